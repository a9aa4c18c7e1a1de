#pragma once

#include <cstdint>
#include <string>

#include "coopnet/intake/text_language.hpp"

namespace coopnet::intake {

/// Takes off a folded word what grammar put behind it: number, gender, and the commonest endings of
/// verbs. Two words with one stem count as one word. The rules are few and know no exceptions; what
/// they leave need not be a word ("agencies" and "agency" are "agency", "saving" and "save" are
/// "sav", "datos" and "dato" are "dat").
void stem(TextLanguage language, std::string& word);

}  // namespace coopnet::intake
