// Running text: the first byte says whether it is plain or a page; then what a small dataset finds
// in it.
#include <algorithm>
#include <cstddef>

#include "coopnet/intake/tag_text.hpp"
#include "coopnet/io/csv.hpp"
#include "coopnet/model/builder.hpp"
#include "fuzz/fuzzing.hpp"
#include "intake/contacts.hpp"
#include "intake/text_places.hpp"

namespace coopnet::intake {
namespace {

using fuzzing::is_utf8;
using fuzzing::require;

const Dataset& data() {
  static const Dataset built = [] {
    Diagnostics findings;
    RawDataset raw;
    const auto add = [&](const char* name, const char* csv) {
      raw.tables.push_back(io::read_csv(csv, name, name, {}, findings));
    };
    add("tags",
        "facet,key,label,label_fr,label_es,keywords_en,keywords_fr,keywords_es\n"
        "objective,1,A b,A le b,,a;b;a b c;aa,c,\n"
        "objective,8,B c,,É a,b c d,é,\n");
    add("actors", "id,name,kind,aliases\nAAA,A,state,Côte d'A;ا\nBBB,A-B,state,\nc,C D,igo,CD\n");
    auto out = build_dataset(raw, findings);
    require(findings.errors() == 0, "the dataset is sound");
    return out;
  }();
  return built;
}

NameIndex names() {
  auto index = name_index(data());
  index.add_ambiguous("B", {"AAA", "BBB"});
  return index;
}

void check_pieces(const TextDocument& document) {
  std::size_t text = 0, page = 0;
  for (const auto& piece : document.pieces) {
    require(piece.text_begin >= text && piece.source_begin >= page, "pieces ascend");
    require(piece.text_begin < document.text.size() && piece.source_begin < document.page.size(),
            "pieces lie in the text and in the page");
    text = piece.text_begin;
    page = piece.source_begin;
  }
}

void check_place(const Place& where, const std::vector<std::string_view>& lines) {
  require(fuzzing::lies_in(lines, where.line, where.column), "a find stands in the file");
}

void check_shown(const std::string& text) {
  require(is_utf8(text), "what is shown is UTF-8", text);
  require(without_contacts(text) == text || text.find('@') == std::string::npos,
          "no address is shown", text);
}

void check_unit(const TextUnit& unit, const std::vector<std::string_view>& lines) {
  check_place(unit.where, lines);
  check_shown(unit.title);
  for (const auto& find : unit.finds) {
    require(!find.rows.empty() && find.mentions > 0 && !find.words.empty(), "a find has words");
    check_place(find.where, lines);
    check_shown(find.sentence);
    for (const auto& word : find.words) check_shown(word);
  }
}

}  // namespace
}  // namespace coopnet::intake

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace coopnet;
  using namespace coopnet::intake;
  if (size == 0) return 0;
  static const NameIndex index = names();
  static const TextTagger whole(data(), index), parts(data(), index, {{}, true});
  const auto format = bytes[0] % 2 == 0 ? TextFormat::plain : TextFormat::html;
  const std::string text(fuzzing::as_text(bytes + 1, size - 1));
  Diagnostics findings;
  const auto document = make_document(text, "f", format, findings);
  fuzzing::check_findings(findings, text, "f");
  fuzzing::require(fuzzing::is_utf8(document.text), "a document is UTF-8");
  check_pieces(document);
  const auto lines = fuzzing::lines_of(document.source());
  for (const auto* tagger : {&whole, &parts}) {
    const auto found = tagger->tag(document);
    for (const auto& unit : found.units) check_unit(unit, lines);
    const auto again = tagger->tag(document);
    fuzzing::require(again.units.size() == found.units.size() && again.words == found.words &&
                         again.too_thin == found.too_thin,
                     "the same again");
  }
  return 0;
}
