#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "coopnet/core/diagnostics.hpp"
#include "coopnet/model/dataset.hpp"
#include "coopnet/model/raw_table.hpp"

/// Who is meant by a name: states, territories, organisations and forums, as registers write them.
///
/// A name is looked up by its folded form (fold_name: case, accents, punctuation), so that
/// "Côte d'Ivoire", "COTE D’IVOIRE" and "cote d ivoire" are one, and in the order that a comma or
/// brackets tell: "Korea, Republic of" is "Republic of Korea". Nothing is guessed: a name that
/// several own is ambiguous, one that nobody owns is unknown; then a near one is named, as a
/// suggestion only.
namespace coopnet::intake {

/// The words of a name as they are compared, with single blanks between them: text::fold, letters
/// that have no accent to lose written as the usual pair or base (ł l, ø o, æ ae, þ th, ...; Arabic
/// ى and ة as ي and ه), every other sign a blank, "&" as "and", without "the" at either end.
/// Empty where nothing is left, and for text that is not UTF-8.
[[nodiscard]] std::string fold_name(std::string_view written);

/// Why a name is known. The smaller one is told where several apply.
enum class NameSource : std::uint8_t {
  id,         ///< an id of the dataset (ISO3 of a state)
  code,       ///< ISO 3166-1 alpha-2 or UN M49
  name,       ///< a name in the dataset, in any of its languages
  alias,      ///< an alias in the dataset
  table,      ///< an alias table (datasets/names.csv, or the user's own)
  iso_codes,  ///< the package iso-codes of the system, read at run time
};

struct NameAnswer {
  enum class Verdict : std::uint8_t { found, ambiguous, unknown };
  Verdict verdict = Verdict::unknown;
  std::string id;                    ///< found: id of the actor or forum
  NameSource source{};               ///< found: why
  std::vector<std::string> choices;  ///< ambiguous: ids to choose from, ascending
  std::string nearest;     ///< unknown: a known name of the same words, or that differs by few
                           ///< letters or begins like it, as it was added; or empty
  std::string nearest_id;  ///< unknown: whose name that is; empty where it may be one of `choices`
};

class NameIndex {
 public:
  NameIndex();
  ~NameIndex();
  NameIndex(NameIndex&&) noexcept;
  NameIndex& operator=(NameIndex&&) noexcept;

  /// A name of `id`. A name given to two ids by one source is ambiguous; by two sources, the
  /// smaller source decides. A name that folds to nothing is left out.
  void add(std::string_view name, std::string_view id, NameSource source);
  /// A name that must not be taken for one id, whatever else is known of it ("Congo"); only an id
  /// or a code is stronger.
  void add_ambiguous(std::string_view name, const std::vector<std::string>& ids);

  /// Cost: a hash; for an unknown name also the comparison with the names that share enough pairs
  /// of letters with it (see src/intake/near_names.hpp), some ten microseconds among thousands.
  /// May be called from several threads.
  [[nodiscard]] NameAnswer resolve(std::string_view written) const;

  /// Every folded name, also those that several have, to look for in running text.
  struct Spelling {
    std::string_view folded;
    std::string_view written;  ///< by the first that has it as a name; empty: only an id or code
    NameSource source{};       ///< the strongest
    std::span<const std::string> ids;  ///< whom it may stand for, ascending
  };
  [[nodiscard]] std::vector<Spelling> spellings() const;  ///< ascending by folded name

 private:
  struct Inside;
  std::unique_ptr<Inside> inside_;
};

/// Ids, codes, names and aliases of the actors (and forums: names, acronyms, aliases) of a dataset.
[[nodiscard]] NameIndex name_index(const Dataset& data, bool with_forums = true);

/// A table of names with the columns name, id, source (and note): several ids in one cell
/// ("COD;COG") make the name ambiguous. Reports rows that lack a name or an id
/// ("name-row-incomplete") and names given to two ids ("name-twice", then ambiguous). With `only`,
/// rows that name no actor or forum of that dataset are left out. A user's own table comes as
/// NameSource::code: it settles names that are ambiguous otherwise.
void add_names(NameIndex& index, const RawTable& table, Diagnostics& findings,
               const Dataset* only = nullptr, NameSource source = NameSource::table);

/// Reads iso_3166-1.json of the Debian package iso-codes where it is installed (English names,
/// codes, official and common names). Returns false where it is not there or cannot be read: then
/// nothing is added.
bool add_iso_codes(NameIndex& index, const std::string& folder = "/usr/share/iso-codes/json");

}  // namespace coopnet::intake
