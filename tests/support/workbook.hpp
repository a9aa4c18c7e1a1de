#pragma once

#include <zip.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Workbooks made by hand, to the letter.
namespace coopnet::testing {

using Parts = std::vector<std::pair<std::string, std::string>>;  ///< name and content

/// A ZIP archive of these files.
inline std::string zip_of(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_t* archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (archive == nullptr) throw std::runtime_error("no archive");
  zip_source_keep(target);
  for (const auto& [name, content] : parts) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
  }
  if (zip_close(archive) != 0) throw std::runtime_error("no archive");
  zip_stat_t about;
  zip_stat_init(&about);
  zip_source_stat(target, &about);
  std::string bytes(about.size, '\0');
  zip_source_open(target);
  zip_source_read(target, bytes.data(), bytes.size());
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

/// What stands in the parts of a workbook of one sheet, "S"; the rest is the same in all.
struct Workbook {
  std::string sheet_data;                        ///< inside <sheetData>
  std::string after = {};                        ///< behind it: mergeCells
  std::string before = {};                       ///< before it: cols
  std::string strings = {};                      ///< inside <sst>; empty: there is no such part
  std::string styles = {};                       ///< inside <styleSheet>; empty: no such part
  std::string properties = {};                   ///< attributes of <workbookPr>
  std::string sheet_attributes = {};             ///< of <sheet>: state
  std::string target = "worksheets/sheet1.xml";  ///< as the relation names the sheet
  std::string prologue = {};                     ///< of the sheet's part
  bool strict = false;                           ///< the namespaces of ISO/IEC 29500 strict

  [[nodiscard]] Parts parts() const {
    const std::string main = strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
                                    : "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string office = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                      : "http://schemas.openxmlformats.org/officeDocument/2006/"
                                        "relationships";
    const auto relations = [&](const std::string& inside) {
      return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
             "relationships\">" +
             inside + "</Relationships>";
    };
    const auto relation = [&](const std::string& id, const std::string& type,
                              const std::string& to) {
      return "<Relationship Id=\"" + id + "\" Type=\"" + office + "/" + type + "\" Target=\"" + to +
             "\"/>";
    };
    const std::string ns = " xmlns=\"" + main + "\"";
    Parts out{
        {"_rels/.rels", relations(relation("a", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml", "<workbook" + ns + " xmlns:r=\"" + office + "\"><workbookPr " +
                                properties +
                                "/><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"a\" " +
                                sheet_attributes + "/></sheets></workbook>"},
        {"xl/_rels/workbook.xml.rels",
         relations(relation("a", "worksheet", target) +
                   (strings.empty() ? "" : relation("b", "sharedStrings", "sharedStrings.xml")) +
                   (styles.empty() ? "" : relation("c", "styles", "/xl/styles.xml")))},
        {"xl/worksheets/sheet1.xml", prologue + "<worksheet" + ns + ">" + before + "<sheetData>" +
                                         sheet_data + "</sheetData>" + after + "</worksheet>"}};
    if (!strings.empty())
      out.emplace_back("xl/sharedStrings.xml", "<sst" + ns + ">" + strings + "</sst>");
    if (!styles.empty())
      out.emplace_back("xl/styles.xml", "<styleSheet" + ns + ">" + styles + "</styleSheet>");
    return out;
  }
  [[nodiscard]] std::string bytes() const { return zip_of(parts()); }
};

}  // namespace coopnet::testing
