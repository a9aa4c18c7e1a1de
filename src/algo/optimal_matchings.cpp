#include "coopnet/algo/optimal_matchings.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "algo/optimal_matchings_forest.hpp"
#include "algo/optimal_matchings_level.hpp"
#include "coopnet/algo/matching_certificate.hpp"
#include "coopnet/core/errors.hpp"

namespace coopnet::algo {
namespace {

using matching::Forest;
using matching::Level;
using matching::Mates;
using matching::Option;
using matching::PartnerSearch;
using matching::take;

constexpr std::uint32_t none = Level::none;

/// A pair that may be in an optimum as far as prices tell.
struct TightPair {
  MatchedPair pair;
  Forest::Meeting at;
};

std::vector<TightPair> tight_pairs(std::span<const WeightedEdge> edges, const Matching& solved,
                                   const MatchingOptions& options, const Forest& forest) {
  std::vector<TightPair> out;
  for (const auto& e : edges) {
    if (e.a == e.b || (options.cardinality == MatchingCardinality::any && e.weight <= 0)) continue;
    const auto at = forest.meet(std::min(e.a, e.b), std::max(e.a, e.b));
    const auto price = solved.dual.vertex[e.a] + solved.dual.vertex[e.b] + forest.price(at.blossom);
    if (price == 2 * (e.weight + solved.dual.raise))
      out.push_back({{std::min(e.a, e.b), std::max(e.a, e.b), e.weight}, at});
  }
  const auto ends = [](const TightPair& p) { return std::pair(p.pair.a, p.pair.b); };
  std::sort(out.begin(), out.end(),
            [&](const TightPair& x, const TightPair& y) { return ends(x) < ends(y); });
  const auto same = [&](const TightPair& x, const TightPair& y) { return ends(x) == ends(y); };
  out.erase(std::unique(out.begin(), out.end(), same), out.end());
  return out;
}

/// Optima of a part of the graph, each as the pairs taken, by their place among the tight ones.
using Optima = std::vector<std::vector<std::uint32_t>>;

Optima combine(const Optima& x, const Optima& y, std::size_t most) {
  Optima out;
  for (const auto& a : x)
    for (const auto& b : y) {
      if (out.size() == most) return out;
      out.push_back(a);
      out.back().insert(out.back().end(), b.begin(), b.end());
    }
  return out;
}

class Ties {
 public:
  Ties(std::uint32_t vertices, std::span<const WeightedEdge> edges, const Matching& solved,
       const OptimalMatchingsOptions& options, Progress* progress)
      : solved_(solved),
        options_(options),
        most_(options.limit + 1),
        forest_(vertices, solved.dual),
        tight_(tight_pairs(edges, solved, options.matching, forest_)),
        levels_(1 + forest_.nodes() - vertices),
        place_(forest_.nodes()),
        possible_(tight_.size() + vertices, 0),
        lets_out_(vertices, 0),
        meter_(progress, 1 + vertices) {
    build_levels();
    for (std::uint32_t i = 0; i < levels_.size(); ++i) find_possible(i);
  }

  OptimalMatchings run() {
    OptimalMatchings out;
    split_firm(out);
    count(out);
    return out;
  }

 private:
  static constexpr std::uint32_t always = none;  // the choice of edges that stand for no pair

  // ---- Levels: 0 the outermost nodes, then the children of each blossom, outer before inner. ----

  [[nodiscard]] std::uint32_t level_of(std::uint32_t blossom) const {
    return blossom == none ? 0 : blossom - forest_.vertices() + 1;
  }
  /// A price of zero at a vertex lets it stay alone; the choice is numbered behind the pairs.
  [[nodiscard]] std::uint32_t alone(std::uint32_t vertex) const {
    return static_cast<std::uint32_t>(tight_.size()) + vertex;
  }
  /// In a blossom's level: what stands for all that is outside.
  [[nodiscard]] std::uint32_t outside(const Level& level) const { return level.first_copy; }

  static void join(Level& level, std::uint32_t a, std::uint32_t b, std::uint32_t choice) {
    level.options[a].push_back({b, choice});
    level.options[b].push_back({a, choice});
  }

  void build_levels() {
    for (std::uint32_t node = 0; node < forest_.nodes(); ++node)
      place_[node] = levels_[level_of(forest_.parent(node))].first_copy++;
    for (std::size_t i = 0; i < levels_.size(); ++i) {
      levels_[i].mirrored = i == 0;
      const std::size_t nodes = i == 0 ? 2 * levels_[i].first_copy : levels_[i].first_copy + 1;
      levels_[i].options.resize(nodes);
      levels_[i].mate.assign(nodes, none);
      members_.emplace_back(levels_[i].first_copy);
    }
    for (std::uint32_t node = 0; node < forest_.nodes(); ++node)
      members_[level_of(forest_.parent(node))][place_[node]] = node;
    for (std::uint32_t i = 0; i < tight_.size(); ++i) add_pair(i);
    add_twins();
    for (std::size_t i = 1; i < levels_.size(); ++i)
      for (std::uint32_t a = 0; a < levels_[i].first_copy; ++a)
        if (levels_[i].mate[a] == none) {
          levels_[i].mate[a] = outside(levels_[i]);
          levels_[i].mate[outside(levels_[i])] = a;
        }
  }

  void add_pair(std::uint32_t i) {
    const auto& [pair, at] = tight_[i];
    auto& level = levels_[level_of(at.blossom)];
    const auto a = place_[at.a];
    const auto b = place_[at.b];
    join(level, a, b, i);
    if (solved_.mate[pair.a] == pair.b) {
      level.mate[a] = b;
      level.mate[b] = a;
    }
    if (at.blossom == none) join(level, a + level.first_copy, b + level.first_copy, i);
  }

  void add_twins() {
    auto& level = levels_.front();
    for (std::uint32_t v = 0; v < forest_.vertices(); ++v) {
      if (solved_.dual.vertex[v] > 0) continue;
      const auto a = place_[forest_.child_with(none, v)];
      join(level, a, a + level.first_copy, alone(v));
    }
    mirror(level, level.mate);
  }

  static void mirror(const Level& level, Mates& mates) {
    const auto copy = level.first_copy;
    for (std::uint32_t a = 0; a < copy; ++a) {
      const bool is_alone = mates[a] == none || mates[a] >= copy;
      mates[a + copy] = is_alone ? a : mates[a] + copy;
      if (is_alone) mates[a] = a + copy;
    }
  }

  // ---- Which choices are possible. ----

  void find_possible(std::uint32_t number) {
    auto& level = levels_[number];
    if (number > 0) add_outside(number);
    PartnerSearch search(level);
    for (std::uint32_t a = 0; a < level.first_copy; ++a) {
      meter_.check();
      search.run(level.mate, a);
      for (const auto& option : level.options[a])
        if (option.choice != always && search.can_be_partner(option.to)) {
          possible_[option.choice] = 1;
          note_let_out(option.choice);
        }
    }
    for (auto& options : level.options)
      std::erase_if(options, [this](const Option& option) {
        return option.choice != always && possible_[option.choice] == 0;
      });
  }

  /// Blossoms around which the choice leaves a vertex to the outside are all in levels below.
  void note_let_out(std::uint32_t choice) {
    if (choice >= tight_.size()) {
      lets_out_[choice - tight_.size()] = 1;
    } else {
      lets_out_[tight_[choice].pair.a] = lets_out_[tight_[choice].pair.b] = 1;
    }
  }

  void add_outside(std::uint32_t number) {
    auto& level = levels_[number];
    const auto blossom = forest_.vertices() + number - 1;
    std::vector<std::uint8_t> joined(level.first_copy, 0);
    const auto& range = solved_.dual.blossoms[number - 1];
    for (const auto v : solved_.dual.members(range)) {
      if (lets_out_[v] == 0) continue;
      const auto child = place_[forest_.child_with(blossom, v)];
      if (std::exchange(joined[child], std::uint8_t{1}) == 0)
        join(level, child, outside(level), always);
    }
  }

  void split_firm(OptimalMatchings& out) const {
    std::vector<std::uint32_t> choices(forest_.vertices(), 0);
    for (std::uint32_t v = 0; v < forest_.vertices(); ++v) choices[v] += possible_[alone(v)];
    for (std::uint32_t i = 0; i < tight_.size(); ++i) {
      choices[tight_[i].pair.a] += possible_[i];
      choices[tight_[i].pair.b] += possible_[i];
    }
    for (std::uint32_t i = 0; i < tight_.size(); ++i) {
      if (possible_[i] == 0) continue;
      auto& list = choices[tight_[i].pair.a] == 1 ? out.firm : out.optional;
      list.push_back(tight_[i].pair);
    }
  }

  // ---- Optima one by one. ----

  /// What is chosen so far in one connected part of a level.
  struct Walk {
    const Level& level;
    const std::vector<std::uint32_t>& members;
    std::vector<std::uint32_t> part;
    PartnerSearch search;
    std::vector<std::uint32_t> taken;                              // pairs
    std::vector<std::pair<std::uint32_t, std::uint32_t>> let_out;  // blossom, vertex
    Optima found;
  };

  /// The connected parts of what is left of the first copy.
  static std::vector<std::vector<std::uint32_t>> parts(const Level& level, const Mates& mates) {
    std::vector<std::vector<std::uint32_t>> out;
    std::vector<std::uint8_t> met(level.nodes(), 0);
    for (std::uint32_t start = 0; start < level.first_copy; ++start) {
      if (met[start] != 0 || mates[start] == none) continue;
      std::vector<std::uint32_t> part{start};
      met[start] = 1;
      for (std::size_t head = 0; head < part.size(); ++head)
        for (const auto& option : level.options[part[head]]) {
          const auto b = option.to;
          if (b >= level.first_copy || mates[b] == none || met[b] != 0) continue;
          met[b] = 1;
          part.push_back(b);
        }
      std::sort(part.begin(), part.end());
      out.push_back(std::move(part));
    }
    return out;
  }

  std::vector<Optima> optima_by_part(std::uint32_t number, const Mates& mates) {
    const auto& level = levels_[number];
    std::vector<Optima> out;
    for (auto& part : parts(level, mates)) {
      Walk walk{level, members_[number], std::move(part), PartnerSearch(level), {}, {}, {}};
      extend(walk, mates, 0);
      out.push_back(std::move(walk.found));
    }
    return out;
  }

  void extend(Walk& walk, const Mates& mates, std::size_t next) {
    while (next < walk.part.size() && mates[walk.part[next]] == none) ++next;
    if (next == walk.part.size()) {
      note_optimum(walk);
      return;
    }
    meter_.check();
    const auto a = walk.part[next];
    walk.search.run(mates, a);
    std::vector<Option> possible;
    for (const auto& option : walk.level.options[a])
      if (walk.search.can_be_partner(option.to) && mates[option.to] != none)
        possible.push_back(option);
    const auto via = walk.search.via();
    for (const auto& option : possible) {
      auto rest = mates;
      take(rest, via, a, option.to);
      if (walk.level.mirrored) mirror_rest(walk, rest);
      choose(walk, a, option, [&] { extend(walk, rest, next + 1); });
      if (walk.found.size() == most_) return;
    }
  }

  static void mirror_rest(const Walk& walk, Mates& mates) {
    const auto copy = walk.level.first_copy;
    for (const auto a : walk.part) {
      if (mates[a] == none) {
        mates[a + copy] = none;
      } else {
        mates[a + copy] = mates[a] == a + copy ? a : mates[a] + copy;
      }
    }
  }

  template <class Then>
  void choose(Walk& walk, std::uint32_t a, const Option& option, Then then) {
    const auto before_taken = walk.taken.size();
    const auto before_let_out = walk.let_out.size();
    const auto let_out = [&](std::uint32_t node, std::uint32_t vertex) {
      if (forest_.is_blossom(node)) walk.let_out.emplace_back(node, vertex);
    };
    if (option.choice >= tight_.size()) {
      let_out(walk.members[a], option.choice - static_cast<std::uint32_t>(tight_.size()));
    } else {
      const auto& [pair, at] = tight_[option.choice];
      walk.taken.push_back(option.choice);
      let_out(at.a, pair.a);
      let_out(at.b, pair.b);
    }
    then();
    walk.taken.resize(before_taken);
    walk.let_out.resize(before_let_out);
  }

  void note_optimum(Walk& walk) {
    Optima all{walk.taken};
    for (const auto& [blossom, vertex] : walk.let_out)
      all = combine(all, inside(blossom, vertex), most_);
    for (auto& optimum : all)
      if (walk.found.size() < most_) walk.found.push_back(std::move(optimum));
  }

  /// The ways to fill a blossom that lets out this vertex.
  const Optima& inside(std::uint32_t blossom, std::uint32_t vertex) {
    const auto known = inside_.find({blossom, vertex});
    if (known != inside_.end()) return known->second;
    const auto number = level_of(blossom);
    const auto& level = levels_[number];
    const auto child = forest_.child_with(blossom, vertex);
    auto mates = level.mate;
    PartnerSearch search(level);
    search.run(mates, outside(level));
    take(mates, search.via(), outside(level), place_[child]);
    Optima all{{}};
    if (forest_.is_blossom(child)) all = combine(all, inside(child, vertex), most_);
    for (const auto& part : optima_by_part(number, mates)) all = combine(all, part, most_);
    return inside_.emplace(std::pair(blossom, vertex), std::move(all)).first->second;
  }

  void count(OptimalMatchings& out) {
    const auto parts = optima_by_part(0, levels_.front().mate);
    out.count = 1;
    for (const auto& part : parts) {
      out.count *= part.size();
      out.exact = out.count <= options_.limit;
      if (out.exact) continue;
      out.count = options_.limit;
      break;
    }
    if (!options_.list) return;
    Optima all{{}};
    for (const auto& part : parts) all = combine(all, part, options_.limit);
    for (auto& optimum : all) {
      std::sort(optimum.begin(), optimum.end());
      auto& pairs = out.optima.emplace_back();
      for (const auto i : optimum) pairs.push_back(tight_[i].pair);
    }
    const auto ends_before = [](const MatchedPair& x, const MatchedPair& y) {
      return std::pair(x.a, x.b) < std::pair(y.a, y.b);
    };
    std::sort(out.optima.begin(), out.optima.end(), [&](const auto& x, const auto& y) {
      return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end(), ends_before);
    });
  }

  const Matching& solved_;
  const OptimalMatchingsOptions& options_;
  std::size_t most_;  // more optima than this need not be told apart
  Forest forest_;
  std::vector<TightPair> tight_;
  std::vector<Level> levels_;
  std::vector<std::vector<std::uint32_t>> members_;  // node of each place of each level
  std::vector<std::uint32_t> place_;                 // of each node in its parent's level
  std::vector<std::uint8_t> possible_;               // of each choice
  std::vector<std::uint8_t> lets_out_;  // of a vertex: it is paired from outside of a blossom
  std::map<std::pair<std::uint32_t, std::uint32_t>, Optima> inside_;
  ProgressMeter meter_;
};

}  // namespace

OptimalMatchings optimal_matchings(std::size_t vertices, std::span<const WeightedEdge> edges,
                                   const Matching& matching, const OptimalMatchingsOptions& options,
                                   Progress* progress) {
  if (options.limit == 0) throw PreconditionError("optimal_matchings: the limit must not be zero");
  const auto certificate = verify(vertices, edges, matching, options.matching);
  if (!certificate.valid())
    throw PreconditionError("optimal_matchings: " + std::string(to_string(certificate.fault)));
  return Ties(static_cast<std::uint32_t>(vertices), edges, matching, options, progress).run();
}

}  // namespace coopnet::algo
