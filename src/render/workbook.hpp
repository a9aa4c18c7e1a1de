#pragma once

#include <xlsxwriter.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

/// libxlsxwriter in the words of this program: texts stay texts, bytes come out, no clock.
namespace coopnet::render {

class Workbook {
 public:
  /// Throws IoError.
  Workbook();
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// Begins a sheet; what follows is written there. The name is made one that a sheet can have: of
  /// 31 characters, without those that are not allowed, unlike those before it.
  void begin_sheet(std::string_view name);

  /// Rows and columns count from 0.
  void title(std::size_t row, std::size_t column, std::string_view text);
  void text(std::size_t row, std::size_t column, std::string_view text, bool wrapped = false);
  /// Shown with so many decimals.
  void number(std::size_t row, std::size_t column, double value, int decimals);
  /// In characters.
  void set_width(std::size_t column, double width);
  /// Keeps the first row in sight and lets rows be filtered by it.
  void finish_table(std::size_t rows, std::size_t columns);

  /// For sheets that are to be filled in. The whole column is of texts, whatever is typed; rows
  /// from the first given on choose from a column of another sheet.
  void text_column(std::size_t column, double width);
  void choose_from(std::size_t column, std::size_t first_row, std::string_view sheet,
                   std::size_t list_column, std::size_t list_rows);
  /// Keeps so many rows in sight.
  void freeze(std::size_t rows);
  void right_to_left();

  /// How many texts were longer than a cell can be.
  [[nodiscard]] std::size_t texts_cut() const { return texts_cut_; }

  /// The file. Only once. Throws IoError.
  [[nodiscard]] std::string finish();

 private:
  [[nodiscard]] std::string sheet_name(std::string_view wanted) const;
  [[nodiscard]] std::string cell_text(std::string_view text);
  [[nodiscard]] lxw_format* decimals_format(int decimals);
  void check(lxw_error error) const;

  int scratch_ = -1;  ///< a file in memory, which nobody else sees
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* bold_ = nullptr;
  lxw_format* wrapped_ = nullptr;
  lxw_format* typed_ = nullptr;
  std::map<int, lxw_format*> decimals_;
  std::vector<std::string> folded_names_;
  std::size_t texts_cut_ = 0;
};

}  // namespace coopnet::render
