#include "coopnet/analysis/missing_ties.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "analysis/actor_priorities.hpp"
#include "analysis/missing_ties_check.hpp"
#include "coopnet/algo/neighbourhood_scores.hpp"
#include "coopnet/algo/similar_pairs.hpp"
#include "coopnet/algo/three_paths.hpp"
#include "coopnet/analysis/pair_filter.hpp"
#include "network/actor_scope.hpp"

namespace coopnet {
namespace {

class TieFinder {
 public:
  TieFinder(const Dataset& data, const Relations& relations, const Selection& selection,
            const MissingTiesOptions& options)
      : data_(data),
        relations_(relations),
        options_(options),
        scope_(data, selection, options.scheme, options.regions, options.kinds),
        meetings_(build_meeting_points(relations)),
        graph_(build_actor_graph(meetings_)),
        neighbourhoods_(graph::RowView{graph_.offsets(), graph_.targets(), false}),
        priorities_(collect_priorities(data, relations, selection)) {}

  MissingTies run(Progress* progress) {
    find_actors();
    count_meeting_points();
    join(progress);
    check_tie_measures(meetings_, graph_, priorities_, tested_, options_.most_tested, out_);
    check_forums();
    return std::move(out_);
  }

 private:
  void find_actors() {
    for (std::size_t i = 0; i < data_.actors.size(); ++i) {
      const auto actor = ActorId::at(i);
      if (!scope_.counts(actor)) continue;
      ++out_.actors;
      if (priorities_.of[i].empty()) continue;
      ++out_.with_priorities;
      actors_.push_back(actor);
      if (meetings_.of.left_degree(actor) == 0) continue;
      ++out_.meeting;
      tested_.push_back(actor);
    }
  }

  void count_meeting_points() {
    double places = 0, pairs = 0;
    for (std::size_t i = 0; i < meetings_.of.right_count(); ++i) {
      const auto id = MeetingId::at(i);
      const auto size = static_cast<double>(meetings_.of.right_degree(id));
      places += size;
      pairs += size * (size - 1);
      if (size < 2) continue;
      const auto kind = meetings_.node(id).kind;
      ++(kind == NodeKind::forum       ? out_.forums
         : kind == NodeKind::agreement ? out_.agreements
                                       : out_.pledges);
    }
    chance_ = places < 2 ? 0 : pairs / (places * (places - 1));
  }

  // --- pairs ---

  void join(Progress* progress) {
    algo::WeightedSets sets;
    sets.weight = priorities_.weight;
    for (const ActorId actor : actors_) {
      for (const auto& use : priorities_.of[actor.index()]) sets.element.push_back(use.id.value);
      sets.begin.push_back(static_cast<std::uint32_t>(sets.element.size()));
    }
    const auto admit = [&](std::uint32_t i, std::uint32_t j) {
      const ActorId a = actors_[i], b = actors_[j];
      return (scope_.lies_there(a) || scope_.lies_there(b)) && share_wanted(a, b) &&
             disjoint(meetings_.of.rights(a), meetings_.of.rights(b));
    };
    algo::SimilarPairsOptions asked;
    asked.top = options_.top == 0 ? 0 : options_.top + spare;
    for (const auto& pair : algo::similar_pairs(sets, asked, admit, progress))
      out_.ties.push_back(describe(actors_[pair.a], actors_[pair.b]));
    std::sort(out_.ties.begin(), out_.ties.end(), [](const MissingTie& x, const MissingTie& y) {
      return std::tuple(-x.similarity, -x.resource_allocation, x.a, x.b) <
             std::tuple(-y.similarity, -y.resource_allocation, y.a, y.b);
    });
    if (options_.top > 0 && out_.ties.size() > options_.top) out_.ties.resize(options_.top);
    for (auto& tie : out_.ties) propose(tie);
    out_.counted = actors_.size() <= most_counted;
    if (out_.counted) out_.found = algo::count_sharing_pairs(sets, admit);
  }

  bool share_wanted(ActorId a, ActorId b) const {
    if (options_.tags.empty()) return true;
    const auto has = [&](ActorId actor, TagId tag) {
      const auto& own = priorities_.of[actor.index()];
      return std::any_of(own.begin(), own.end(), [&](const TagUse& use) { return use.id == tag; });
    };
    return std::any_of(options_.tags.begin(), options_.tags.end(),
                       [&](TagId tag) { return has(a, tag) && has(b, tag); });
  }

  MissingTie describe(ActorId a, ActorId b) const {
    MissingTie out;
    out.a = a;
    out.b = b;
    const auto& x = priorities_.of[a.index()];
    const auto& y = priorities_.of[b.index()];
    for (const auto& p : x)
      for (const auto& q : y)
        if (p.id == q.id) out.shared.push_back({p.id, p.stated && q.stated});
    out.priorities_a = x.size();
    out.priorities_b = y.size();
    out.similarity = priorities_.similarity(a, b);
    out.relatedness = priorities_.relatedness(a, b);
    const auto scores = neighbourhoods_.scores(a.value, b.value);
    out.common_neighbours = scores.common_neighbours;
    out.adamic_adar = scores.adamic_adar;
    out.resource_allocation = scores.resource_allocation;
    out.expected = expected(a, b);
    return out;
  }

  /// Each tie of a goes to a meeting point with a chance in proportion to its size; it meets a tie
  /// of b there with the chance that one of the other places is b's.
  double expected(ActorId a, ActorId b) const {
    return static_cast<double>(meetings_.of.left_degree(a)) *
           static_cast<double>(meetings_.of.left_degree(b)) * chance_;
  }

  // --- remedies ---

  void propose(MissingTie& tie) const {
    for (const auto other : graph_.neighbours(tie.a.value)) {
      if (!graph_.find_edge(tie.b.value, other)) continue;
      const bool fewer =
          !tie.between || graph_.out_degree(other) < graph_.out_degree(tie.between->value);
      if (fewer) tie.between = ActorId(other);
    }
    consider_forums(tie, tie.a, tie.b);
    consider_forums(tie, tie.b, tie.a);
  }

  /// Forums of `host` that `guest` could join, those first that most of its company leads to: of
  /// the measures tested this one finds memberships best.
  void consider_forums(MissingTie& tie, ActorId host, ActorId guest) const {
    const auto paths = algo::three_path_scores(relations_.actor_forum, guest);
    for (const ForumId forum : relations_.actor_forum.rights(host)) {
      if (!may_join(forum, guest)) continue;
      SharedForumProposal proposal{forum, guest};
      for (const auto& path : paths)
        if (path.right == forum) proposal.ways = path.normalised;
      for (const auto& use : tie.shared)
        proposal.shared_tags += relations_.forum_tag.contains(forum, use.id) ? 1U : 0U;
      const auto rank = [](const SharedForumProposal& p) {
        return std::tuple(p.ways, p.shared_tags);
      };
      if (!tie.forum || rank(proposal) > rank(*tie.forum)) tie.forum = proposal;
    }
  }

  /// Who may join, where the dataset lists it; else who lies in a region of the forum.
  bool may_join(ForumId forum, ActorId actor) const {
    const auto& list = data_.forums[forum].may_join;
    if (!list.empty()) return std::find(list.begin(), list.end(), actor) != list.end();
    const auto own = data_.regions_of(actor, data_.primary_scheme());
    const auto& regions = data_.forums[forum].regions;
    return std::any_of(regions.begin(), regions.end(), [&](const RegionUse& use) {
      return std::find(own.begin(), own.end(), use.id) != own.end();
    });
  }

  void check_forums() {
    const auto test = algo::check_three_paths(relations_.actor_forum);
    out_.forum_auc = test.normalised.auc();
    out_.forum_size_auc = test.degree.auc();
    out_.memberships_tested = relations_.actor_forum.size();
  }

  static constexpr std::size_t spare = 100;           ///< kept longer, so that ties of the score
                                                      ///< are ordered by the second measure
  static constexpr std::size_t most_counted = 5'000;  ///< actors; pairs are their square

  const Dataset& data_;
  const Relations& relations_;
  const MissingTiesOptions& options_;
  ActorScope scope_;
  MeetingPoints meetings_;
  ActorGraph graph_;
  algo::Neighbourhoods neighbourhoods_;
  ActorPriorities priorities_;
  double chance_ = 0;            // that two given ties meet
  std::vector<ActorId> actors_;  // of the kinds, with priorities
  std::vector<ActorId> tested_;  // of those, with a meeting point
  MissingTies out_;
};

}  // namespace

MissingTies find_missing_ties(const Dataset& data, const Relations& relations,
                              const Selection& selection, const MissingTiesOptions& options,
                              Progress* progress) {
  return TieFinder(data, relations, selection, options).run(progress);
}

}  // namespace coopnet
