#include <fcntl.h>
#include <unistd.h>

#include <filesystem>

#include "common/actors.hpp"
#include "common/failure.hpp"
#include "common/load.hpp"
#include "common/output.hpp"
#include "common/report.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/intake/import.hpp"
#include "coopnet/intake/merge.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/io/dataset_files.hpp"
#include "coopnet/io/file.hpp"
#include "coopnet/model/builder.hpp"
#include "coopnet/render/import_view.hpp"

namespace coopnet::tools {
namespace {

constexpr std::string_view maps_folder = "maps/";

std::vector<std::string> ready_maps() {
  std::vector<std::string> out;
  const auto folder = installed_file(std::string(maps_folder) + "generic.csv");
  std::error_code ignored;
  for (std::filesystem::directory_iterator file(std::filesystem::path(folder).parent_path(),
                                                ignored);
       !ignored && file != std::filesystem::directory_iterator(); file.increment(ignored))
    if (file->path().extension() == ".csv") out.push_back(file->path().stem().string());
  std::sort(out.begin(), out.end());
  return out;
}

RawTable read_table(const std::string& path, std::string name, Diagnostics& findings) {
  return io::read_csv(io::read_file(path), path, std::move(name), {}, findings);
}

class Import : public Command {
 public:
  void setup(OptionSet& options) override {
    options.operands("FILE", files_, "import.opt-file", true);
    options.text("-o,--output", "DATASET", output_, "import.opt-output");
    options.text("--map", "MAP", map_, "import.opt-map");
    options.text("--table", "NAME", how_.table, "import.opt-table");
    options.flag("--suggest", suggest_, "import.opt-suggest");
    options.flag("--dry-run", dry_run_, "import.opt-dry-run");
    options.text("--encoding", "NAME", source_.encoding, "import.opt-encoding");
    options.text("--delimiter", "CHAR", delimiter_, "import.opt-delimiter");
    options.count("--header-row", header_row_, 1, 1'000'000, "import.opt-header-row");
    options.text("--sheet", "NAME", source_.sheet, "import.opt-sheet");
    options.choice("--dates", how_.dates,
                   {{"day-first", intake::DateOrder::day_first},
                    {"month-first", intake::DateOrder::month_first}},
                   "import.opt-dates");
    options.flag("--decimal-comma", how_.decimal_comma, "import.opt-decimal-comma");
    options.flag("--leave-out-incomplete", how_.leave_out_incomplete,
                 "import.opt-leave-out-incomplete");
    options.text("--names", "FILE", names_, "import.opt-names");
    options.text("--title", "TEXT", how_.title, "import.opt-title");
    options.text("--merge", "FILE", merge_, "import.opt-merge");
    options.text("--report", "FILE", report_, "import.opt-report");
    data_.add_reading_to(options);
    shown_.add_format_to(options);
    shown_.add_part_to(options);
    options.flag("--force", shown_.force, "cli.opt-force");
    options.after_parse([this] { check_options(); });
  }

  Exit run() override {
    Diagnostics findings;
    read_map(findings);
    std::vector<intake::SourceTable> sources;
    for (const auto& file : files_)
      for (auto& source : intake::read_source(file, source_, findings))
        sources.push_back(std::move(source));
    stop_at_errors(findings);
    const auto framework = load_framework(data_.framework);
    auto names = known_names(framework.data, true);
    if (framework.raw) static_cast<void>(intake::add_iso_codes(names));
    if (!names_.empty())
      add_names(names, read_table(names_, "names", findings), findings, nullptr,
                intake::NameSource::code);
    const intake::Framework known{framework.raw ? &*framework.raw : nullptr, framework.data};
    if (suggest_) return suggest(sources, known, names);
    auto imported = intake::import_tables(sources, known, names, how_, findings);
    auto loaded = io::finish_dataset(imported.dataset, std::move(findings));
    drop_known(loaded.findings);
    if (!merge_.empty() && loaded.findings.errors() == 0) merge(loaded);
    if (dry_run_) return show(imported.report, loaded);
    return write(imported.report, loaded);
  }

 private:
  void check_options() {
    data_.dataset = files_.empty() ? "" : files_.front();
    source_.header_row = header_row_;
    if (delimiter_ == "tab" || delimiter_ == "\\t")
      source_.delimiter = '\t';
    else if (delimiter_.size() == 1)
      source_.delimiter = delimiter_.front();
    else if (!delimiter_.empty())
      refuse_value("--delimiter", delimiter_, std::vector<std::string>{",", ";", "|", "tab"});
    if (!how_.table.empty()) {
      const auto& known = intake::importable_tables();
      if (std::find(known.begin(), known.end(), how_.table) == known.end())
        refuse_value("--table", how_.table, known);
    }
    if (!output_.empty() && output_ != "-" && !shown_.force && access(output_.c_str(), F_OK) == 0 &&
        !dry_run_)
      throw UsageError(msg("cli.output-exists", {text::inert(output_)}));
    if (!suggest_ && !dry_run_ && output_.empty()) throw UsageError(msg("import.output-missing"));
  }

  void read_map(Diagnostics& findings) {
    if (map_.empty()) return;
    std::string path;
    if (access(map_.c_str(), F_OK) == 0) {
      path = map_;
    } else if (map_.find_first_of("=/") == std::string::npos) {
      path = installed_file(std::string(maps_folder) + map_ + ".csv");
    } else if (auto inline_map = intake::parse_inline_map(map_)) {
      how_.map = std::move(*inline_map);
      return;
    }
    if (path.empty())
      throw UsageError(
          msg("import.unknown-map", {text::inert(map_), text::join(ready_maps(), ", ")}));
    how_.map = intake::parse_column_map(read_table(path, "map", findings), findings);
  }

  /// That a column "..._as_written" is kept beside was said at the cells in it.
  static void drop_known(Diagnostics& findings) {
    Diagnostics out;
    for (const auto& d : findings.all())
      if (d.code != "unknown-column" || !d.field.ends_with("_as_written")) out.add(d);
    findings = std::move(out);
  }

  void stop_at_errors(Diagnostics& findings) const {
    if (findings.errors() == 0) return;
    findings.sort();
    report_findings(findings, data_, Telling::all);
  }

  Exit suggest(const std::vector<intake::SourceTable>& sources, const intake::Framework& framework,
               const intake::NameIndex& names) {
    const auto table =
        render::suggestion_table(intake::suggest_map(sources, framework, names, how_), language());
    if (output_.empty() || output_ == "-") {
      emit(table, envelope_of_verb("import", 1), shown_);
      return Exit::ok;
    }
    io::write_file_atomically(output_, render::to_csv(table), shown_.force);
    tell("cli.written", {text::inert(output_)});
    return Exit::ok;
  }

  void merge(io::LoadedDataset& loaded) const {
    const auto confirmed = read_table(merge_, "duplicates", loaded.findings);
    auto merged = intake::merge(loaded.data, confirmed, loaded.findings);
    loaded.data = std::move(merged.data);
    tell("convert.merged", {merged.pledges, merged.actors});
  }

  void write_report(const Diagnostics& findings) const {
    if (report_.empty()) return;
    io::write_file_atomically(report_, render::to_csv(findings_table(findings)), shown_.force);
    tell("cli.written", {text::inert(report_)});
  }

  Exit show(const intake::ImportReport& report, const io::LoadedDataset& loaded) const {
    auto tables = render::import_tables(report, language());
    tables.push_back({"findings", findings_table(loaded.findings)});
    emit(tables, envelope_for(loaded, "import", 1), shown_);
    write_report(loaded.findings);
    tell("import.dry-run");
    return loaded.findings.errors() > 0 ? Exit::data : Exit::ok;
  }

  Exit write(const intake::ImportReport& report, const io::LoadedDataset& loaded) const {
    write_report(loaded.findings);
    report_findings(loaded.findings, data_, Telling::all);
    if (output_ == "-") {
      write_out(io::write_json_dataset(to_raw(loaded.data), io::list_columns(loaded.data)));
      return Exit::ok;
    }
    {
      const HoldSignals hold;
      io::save_dataset(loaded.data, output_, shown_.force);
    }
    std::size_t rows = 0, taken = 0;
    std::vector<std::string> files;
    for (const auto& source : report.sources) {
      rows += source.rows;
      taken += source.taken;
      if (files.empty() || files.back() != source.file) files.push_back(source.file);
    }
    for (const auto& note : render::import_notes(report, language()))
      if (!quiet()) write_err(note + "\n");
    tell("import.written", {text::inert(output_), taken, rows, text::inert(text::join(files, ", ")),
                            content_hash(loaded.data)});
    return Exit::ok;
  }

  std::vector<std::string> files_;
  std::string output_, map_, delimiter_, names_, merge_, report_;
  bool suggest_ = false, dry_run_ = false;
  std::uint64_t header_row_ = 0;
  DataOptions data_;
  OutputOptions shown_;
  intake::SourceOptions source_;
  intake::ImportOptions how_;
};

const Register<Import> import({.name = "import",
                               .examples = {"register.csv --suggest", "register.csv -o my/",
                                            "book.xlsx --map title=Name,actors=Who -o my/"},
                               .featured = true});

}  // namespace
}  // namespace coopnet::tools
