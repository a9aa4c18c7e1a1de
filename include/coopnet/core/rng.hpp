#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "coopnet/core/errors.hpp"

namespace coopnet {

/// SplitMix64: a counter with a mixing function; expands one 64-bit seed into many words.
/// Source: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators",
///         OOPSLA 2014, doi:10.1145/2660193.2660195; constants of S. Vigna's public domain version.
class SplitMix64 {
 public:
  constexpr explicit SplitMix64(std::uint64_t seed) : state_(seed) {}

  [[nodiscard]] constexpr std::uint64_t next() { return mix(state_ += 0x9e3779b97f4a7c15U); }

  /// The output function alone: a bijection of the 64-bit words, so distinct stay distinct.
  [[nodiscard]] static constexpr std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
  }

 private:
  std::uint64_t state_;
};

namespace detail {
__extension__ typedef unsigned __int128 wide_uint;  // NOLINT(modernize-use-using)
}  // namespace detail

/// xoshiro256**: the random numbers of this library; same seed, same numbers, on every machine.
/// Period 2^256 - 1; the four state words come from SplitMix64. Not for secrets.
/// Source: D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators",
///         ACM Trans. Math. Softw. 47(4), 2021, doi:10.1145/3460772.
class Rng {
 public:
  using State = std::array<std::uint64_t, 4>;

  constexpr explicit Rng(std::uint64_t seed) {
    SplitMix64 words(seed);
    for (auto& word : state_) word = words.next();
  }

  /// Continues from a stored state. Throws PreconditionError if all four words are zero.
  [[nodiscard]] static constexpr Rng from_state(const State& state) {
    if (state == State{}) throw PreconditionError("Rng: the state must not be all zeros");
    Rng rng(0);
    rng.state_ = state;
    return rng;
  }
  [[nodiscard]] constexpr const State& state() const { return state_; }

  /// A whole random word.
  constexpr std::uint64_t next() {
    const std::uint64_t result = std::rotl(state_[1] * 5U, 7) * 9U;
    const std::uint64_t shifted = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= shifted;
    state_[3] = std::rotl(state_[3], 45);
    return result;
  }

  /// A number in 0..n-1, each exactly equally likely. Throws PreconditionError if n is zero.
  /// Source: D. Lemire, ACM Trans. Model. Comput. Simul. 29(1), 2019, doi:10.1145/3230636.
  constexpr std::uint64_t below(std::uint64_t n) {
    if (n == 0) throw PreconditionError("Rng::below: n must be positive");
    detail::wide_uint product = detail::wide_uint{next()} * n;
    if (static_cast<std::uint64_t>(product) < n) {
      const std::uint64_t surplus = (std::uint64_t{0} - n) % n;  // 2^64 modulo n
      while (static_cast<std::uint64_t>(product) < surplus) {
        product = detail::wide_uint{next()} * n;
      }
    }
    return static_cast<std::uint64_t>(product >> 64);
  }

  /// A multiple of 2^-53 in [0, 1), each equally likely.
  constexpr double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  /// Puts the items into a random order, each of the n! equally likely (Fisher-Yates).
  template <class T>
  constexpr void shuffle(std::span<T> items) {
    for (std::size_t left = items.size(); left > 1; --left) {
      using std::swap;
      const auto chosen = static_cast<std::size_t>(below(left));
      if (chosen != left - 1) swap(items[left - 1], items[chosen]);
    }
  }
  template <class T>
  constexpr void shuffle(std::vector<T>& items) {
    shuffle(std::span<T>(items));
  }

  /// An own generator for one piece of a divided task, a function of this state and `stream`;
  /// this generator does not move. Different streams of one state start from different seeds.
  [[nodiscard]] constexpr Rng split(std::uint64_t stream) const {
    std::uint64_t key = 0;
    for (const auto word : state_) key = SplitMix64::mix(std::rotl(key, 23) + word);
    return Rng(SplitMix64::mix(key ^ stream));
  }

  friend constexpr bool operator==(const Rng&, const Rng&) = default;

 private:
  State state_{};
};

/// Draws item k = 0..n-1 with probability proportional to (k+1)^-s (Zipf's law), s in [0, 16].
/// Weights are computed in integers alone, so every machine draws the same items; they are right
/// to 1e-10 of their size plus one part in 2^(62 - log2 n) of the first item's. Items whose
/// weight rounds to zero are never drawn. Cost: O(log n) a draw, 8 bytes an item.
class ZipfSampler {
 public:
  ZipfSampler(std::size_t items, double exponent) {
    if (items == 0 || items > 0xffffffffU) {
      throw PreconditionError("ZipfSampler: the number of items must be in 1..4294967295");
    }
    if (!(exponent >= 0.0 && exponent <= 16.0)) {  // also refuses NaN
      throw PreconditionError("ZipfSampler: the exponent must be in 0..16");
    }
    const auto power = static_cast<std::uint64_t>(exponent * 0x1.0p48 + 0.5);
    const auto reserve = static_cast<int>(std::bit_width(items - 1));  // the sum stays within 2^63
    const auto roots = negative_roots();
    cumulative_.reserve(items);
    std::uint64_t sum = 0;
    for (std::size_t k = 1; k <= items; ++k) {
      sum += weight_of(k, power, reserve, roots);
      cumulative_.push_back(sum);
    }
  }

  [[nodiscard]] std::size_t size() const { return cumulative_.size(); }

  /// The chance of an item is weight(item) / total_weight(), exactly.
  [[nodiscard]] std::uint64_t weight(std::size_t item) const {
    return cumulative_.at(item) - (item == 0 ? 0 : cumulative_[item - 1]);
  }
  [[nodiscard]] std::uint64_t total_weight() const { return cumulative_.back(); }

  [[nodiscard]] std::size_t operator()(Rng& rng) const {
    const auto drawn = rng.below(total_weight());
    const auto place = std::upper_bound(cumulative_.begin(), cumulative_.end(), drawn);
    return static_cast<std::size_t>(place - cumulative_.begin());
  }

 private:
  static constexpr int fraction_bits = 40;
  using Roots = std::array<std::uint64_t, fraction_bits>;

  /// floor(sqrt(x)), bit by bit.
  static std::uint64_t root(detail::wide_uint x) {
    std::uint64_t result = 0;
    for (int bit = 63; bit >= 0; --bit) {
      const std::uint64_t attempt = result | (std::uint64_t{1} << bit);
      if (detail::wide_uint{attempt} * attempt <= x) result = attempt;
    }
    return result;
  }

  /// 2^(-1/2), 2^(-1/4), 2^(-1/8), ... in units of 2^-64: each the square root of the one before.
  static Roots negative_roots() {
    Roots roots{};
    roots[0] = root(detail::wide_uint{1} << 127);
    for (std::size_t i = 1; i < roots.size(); ++i) {
      roots[i] = root(detail::wide_uint{roots[i - 1]} << 64);
    }
    return roots;
  }

  /// log2(k) in units of 2^-40: squaring a number doubles its logarithm, which shows one bit.
  static std::uint64_t log2_of(std::uint64_t k) {
    const auto whole = static_cast<int>(std::bit_width(k)) - 1;
    std::uint64_t mantissa = k << (63 - whole);  // in [1, 2), units of 2^-63
    auto result = static_cast<std::uint64_t>(whole);
    for (int i = 0; i < fraction_bits; ++i) {
      const detail::wide_uint square = detail::wide_uint{mantissa} * mantissa;
      const bool carry = (square >> 127) != 0;
      mantissa = static_cast<std::uint64_t>(square >> (carry ? 64 : 63));
      result = (result << 1) | (carry ? 1U : 0U);
    }
    return result;
  }

  /// 2^(63 - reserve) * k^-s, rounded; `power` is s in units of 2^-48.
  static std::uint64_t weight_of(std::uint64_t k, std::uint64_t power, int reserve,
                                 const Roots& roots) {
    const auto exponent = static_cast<std::uint64_t>((detail::wide_uint{log2_of(k)} * power) >> 48);
    std::uint64_t value = std::uint64_t{1} << 63;
    for (int i = 0; i < fraction_bits; ++i) {
      if (((exponent >> (fraction_bits - 1 - i)) & 1U) == 0) continue;
      const auto scaled = detail::wide_uint{value} * roots[static_cast<std::size_t>(i)];
      value = static_cast<std::uint64_t>(scaled >> 64);
    }
    const std::uint64_t shift = (exponent >> fraction_bits) + static_cast<std::uint64_t>(reserve);
    if (shift == 0) return value;
    return shift > 64 ? 0 : ((value >> (shift - 1)) + 1) >> 1;
  }

  std::vector<std::uint64_t> cumulative_;
};

}  // namespace coopnet
