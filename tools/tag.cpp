#include <unistd.h>

#include <algorithm>

#include "common/actors.hpp"
#include "common/load.hpp"
#include "common/output.hpp"
#include "common/report.hpp"
#include "common/terminal.hpp"
#include "common/verb.hpp"
#include "common/words.hpp"
#include "coopnet/core/text.hpp"
#include "coopnet/intake/tag_text.hpp"
#include "coopnet/render/tag_view.hpp"

namespace coopnet::tools {
namespace {

enum class Rows : std::uint8_t { finds, pledges, practices };

class Tag : public Command {
 public:
  void setup(OptionSet& options) override {
    data_.add_to(options);
    options.operands("TEXT", texts_, "tag.opt-text", true);
    options.choice("--by", by_, {{"text", false}, {"paragraph", true}}, "tag.opt-by");
    std::vector<std::string> codes;
    for (const auto language : intake::text_languages) codes.emplace_back(code(language));
    options.choose("--text-lang", codes, "tag.opt-text-lang",
                   [this](std::size_t i) { language_ = intake::text_languages[i]; });
    options.flag("--context", context_, "tag.opt-context");
    options.choice(
        "--rows", rows_,
        {{"finds", Rows::finds}, {"pledges", Rows::pledges}, {"practices", Rows::practices}},
        "tag.opt-rows");
    options.text("--actor", "ID", actor_, "tag.opt-actor");
    options.custom(
        "--encoding", "NAME", [this](const std::string& name) { take_encoding(name); },
        "tag.opt-encoding");
    output_.add_to(options);
    options.after_parse([this] { check_input(); });
  }

  Exit run() override {
    const auto loaded = load_for_counting(data_);
    const auto& data = loaded.data;
    const auto actor = actor_.empty()
                           ? std::nullopt
                           : std::optional(find_actor(data, Selection(data), "--actor", actor_));
    const intake::TextTagger tagger(data, known_names(data, true),
                                    {.language = language_, .by_paragraph = by_});
    const auto found = read(tagger);
    const render::TagContext context{data, tagger.names_left_to_tags(), by_, language()};
    auto table = rows_ == Rows::finds
                     ? find_table(found, context, context_)
                     : text_rows(found, context,
                                 rows_ == Rows::pledges ? render::TextRows::pledges
                                                        : render::TextRows::practices,
                                 actor);
    auto envelope = envelope_for(loaded, "tag", 1);
    record(envelope, found, actor ? data.actors[*actor].id : std::string());
    if (rows_ != Rows::finds) tell_notes(table);
    emit(std::move(table), envelope, output_);
    return Exit::ok;
  }

 private:
  void take_encoding(const std::string& name) {
    const auto encoding = io::parse_encoding(name);
    if (!encoding) refuse_value("--encoding", name, io::encoding_names());
    how_.encoding = *encoding;
  }

  void check_input() const {
    const auto from_stdin = std::count(texts_.begin(), texts_.end(), "-");
    if (from_stdin + (data_.dataset == "-" ? 1 : 0) > 1) throw UsageError(msg("tag.stdin-twice"));
    for (const auto& path : texts_)
      if (path != "-" && access(path.c_str(), F_OK) != 0)
        throw UsageError(msg("tag.no-such-text", {text::inert(path)}));
  }

  /// What has to be known before rows are imported, where the format has no place for it.
  void tell_notes(const render::Table& table) const {
    if (quiet() || (output_.format() != Format::csv && output_.format() != Format::tsv)) return;
    for (const auto& note : table.notes) write_err(note + '\n');
  }

  /// One text in memory at a time.
  std::vector<intake::TaggedText> read(const intake::TextTagger& tagger) const {
    std::vector<intake::TaggedText> out;
    Diagnostics findings;
    for (const auto& path : texts_)
      out.push_back(tagger.tag(intake::read_document(path, findings, how_)));
    findings.sort();
    report_findings(findings, data_, Telling::all);
    return out;
  }

  void record(render::Envelope& envelope, const std::vector<intake::TaggedText>& texts,
              const std::string& actor) const {
    data_.record(envelope);
    std::vector<std::string> names;
    for (const auto& text : texts) names.push_back(text.name);
    envelope.option("text", names);
    envelope.option("by", by_ ? "paragraph" : "text");
    envelope.option("text_lang",
                    language_ ? render::OptionValue(code(*language_)) : render::OptionValue());
    envelope.option("context", context_);
    envelope.option("rows", rows_ == Rows::finds     ? "finds"
                            : rows_ == Rows::pledges ? "pledges"
                                                     : "practices");
    envelope.option("actor", actor.empty() ? render::OptionValue() : render::OptionValue(actor));
    envelope.option("encoding", io::encoding_name(how_.encoding));
    envelope.methods = {"labels and keywords, folded and without endings; a phrase or two words"};
  }

  DataOptions data_;
  std::vector<std::string> texts_;
  bool by_ = false;
  std::optional<intake::TextLanguage> language_;
  bool context_ = false;
  Rows rows_ = Rows::finds;
  std::string actor_;
  intake::TextOptions how_;
  OutputOptions output_;
};

const Register<Tag> tag({.name = "tag",
                         .examples = {"datasets/gcm docs/statement.txt",
                                      "datasets/gcm docs/statement.txt --context --by paragraph",
                                      "datasets/gcm docs/statement.txt --rows pledges -o new.csv"},
                         .featured = true});

}  // namespace
}  // namespace coopnet::tools
