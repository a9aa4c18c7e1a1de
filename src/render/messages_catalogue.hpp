#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

/// The arrays behind the message catalogue; include/coopnet/render/messages.hpp explains them.
namespace coopnet::render::catalogue {

struct Message {
  std::string_view key;
  std::string_view text;
};
using Messages = std::span<const Message>;

/// The domains, in alphabetical order. A word here stands for one function a language, such as
/// en_check(), defined in messages_en_check.cpp.
#define COOPNET_MESSAGE_DOMAINS(word)                                                              \
  word(access) word(champions) word(check) word(check_verb) word(cli) word(common) word(convert)   \
      word(coverage) word(diff) word(draw) word(duplicates) word(forums) word(gaps) word(generate) \
          word(import) word(info) word(joint) word(match) word(needs) word(network) word(peers)    \
              word(profile) word(rank) word(select) word(synergy) word(tag) word(templates)        \
                  word(ties) word(xlsx)

#define COOPNET_DECLARE_DOMAIN(domain) [[nodiscard]] Messages en_##domain();
COOPNET_MESSAGE_DOMAINS(COOPNET_DECLARE_DOMAIN)
#undef COOPNET_DECLARE_DOMAIN

/// The messages of one domain; refuses to compile unless the keys ascend.
template <std::size_t N>
consteval std::array<Message, N> ascending(const Message (&messages)[N]) {
  for (std::size_t i = 1; i < N; ++i)
    if (!(messages[i - 1].key < messages[i].key)) throw "message keys must ascend";
  return std::to_array(messages);
}

}  // namespace coopnet::render::catalogue
