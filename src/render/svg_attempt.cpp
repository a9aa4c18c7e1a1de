#include "render/svg_attempt.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "render/drawing_text.hpp"
#include "render/drawing_words.hpp"

namespace coopnet::render {
namespace {

/// What to try: which nodes show a code, and how labels count in the placing.
struct Plan {
  double size = smallest_text;
  std::vector<bool> coded;
  bool numbers = true;    ///< coded nodes without a code of their own get a number
  bool by_size = false;   ///< order of the key
  bool roomy = true;      ///< labels move nodes apart; else they fill the gaps that are there
  double most_key = 0.5;  ///< share of the height that the key may take
};

class Planner {
 public:
  Planner(const Drawing& drawing, const Scales& scales, const Wishes& wishes, double free)
      : drawing_(drawing), scales_(scales), wishes_(wishes), free_(free) {
    std::map<std::string, int> uses;
    for (const auto& node : drawing.nodes) ++uses[clean(node.code)];
    constexpr double widest_code = 45;
    for (const auto& node : drawing.nodes) {
      auto code = clean(node.code);
      if (uses[code] > 1 || text_width(code, smallest_text) > widest_code) code.clear();
      own_codes_.push_back(std::move(code));
      names_.push_back(label_lines(node));
    }
  }

  [[nodiscard]] Attempt best() const {
    const std::size_t n = drawing_.nodes.size();
    Plan plan;
    plan.coded.assign(n, false);
    std::optional<Attempt> attempt;
    for (const double size : {10.5, 9.5, 8.5, smallest_text}) {
      plan.size = size;
      attempt = run(plan);
      if (attempt && complete(*attempt)) return std::move(*attempt);
    }
    if (attempt) attempt = with_some_codes(plan, *attempt);
    if (attempt) return std::move(*attempt);
    plan.coded.assign(n, true);
    attempt = run(plan);
    if (attempt && complete(*attempt)) return std::move(*attempt);
    return sparse(plan);
  }

 private:
  static bool complete(const Attempt& a) {
    return a.missing.empty() && a.key_shown == a.codes.size();
  }

  /// Codes for the labels that found no room, which makes room for others, and again.
  [[nodiscard]] std::optional<Attempt> with_some_codes(Plan& plan, Attempt last) const {
    constexpr int rounds = 5;
    for (int round = 0; round < rounds; ++round) {
      for (const auto i : last.missing) plan.coded[i] = true;
      const auto coded = std::count(plan.coded.begin(), plan.coded.end(), true);
      if (2 * static_cast<std::size_t>(coded) > plan.coded.size()) break;
      auto next = run(plan);
      if (!next) break;
      if (complete(*next)) return next;
      last = std::move(*next);
    }
    return std::nullopt;
  }

  [[nodiscard]] Attempt sparse(Plan plan) const {
    for (std::size_t i = 0; i < plan.coded.size(); ++i) plan.coded[i] = !own_codes_[i].empty();
    plan.numbers = false;
    plan.by_size = true;
    plan.roomy = false;
    plan.most_key = 0.25;
    return *run(plan);
  }

  /// In a sparse plan, the nodes that count most keep room for their labels, as many as leave
  /// the plot loose enough: the larger, then those with more edges.
  void make_room_for_largest(std::vector<NodeBox>& boxes, const Rect& plot) const {
    std::vector<std::size_t> degree(boxes.size(), 0);
    for (const auto& e : drawing_.edges) {
      ++degree[e.from];
      ++degree[e.to];
    }
    std::vector<std::size_t> order(boxes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      const double x = drawing_.nodes[a].size;
      const double y = drawing_.nodes[b].size;
      return x != y && !drawing_.size_measure.empty() ? x > y : degree[a] > degree[b];
    });
    constexpr double loose = 0.5;
    double left = loose * plot.width * plot.height - needed_area(boxes);
    for (const auto i : order) {
      const std::span<const NodeBox> one(&boxes[i], 1);
      left += needed_area(one);
      boxes[i].roomy = true;
      left -= needed_area(one);
      if (left >= 0) continue;
      boxes[i].roomy = false;
      return;
    }
  }

  /// Nothing if the boxes alone nearly fill the plot, so that labels cannot all find room.
  [[nodiscard]] std::optional<Attempt> run(const Plan& plan) const {
    Attempt out;
    out.size = plan.size;
    out.lines = names_;
    const auto order = assign_codes(plan, out);
    out.key = key_block(drawing_.words.key, out.codes, content_width, free_ * plan.most_key,
                        out.key_shown);
    std::vector<NodeBox> boxes;
    for (std::size_t i = 0; i < names_.size(); ++i) boxes.push_back(box_of(i, out.lines[i], plan));
    out.plot = plot_for(boxes, out.key.height);
    if (!plan.roomy) make_room_for_largest(boxes, out.plot);
    constexpr double fullest = 0.8;
    if (plan.roomy && needed_area(boxes) > fullest * out.plot.width * out.plot.height)
      return std::nullopt;
    out.nodes = place_nodes(boxes, wishes_.positions, out.plot, wishes_.fit);
    note_missing(plan, order, out);
    return out;
  }

  /// Codes of the coded nodes, which take the place of their labels; returns those nodes in the
  /// order of the key.
  std::vector<std::size_t> assign_codes(const Plan& plan, Attempt& attempt) const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < plan.coded.size(); ++i)
      if (plan.coded[i]) order.push_back(i);
    if (plan.by_size)
      std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return drawing_.nodes[a].size > drawing_.nodes[b].size;
      });
    std::size_t number = 0;
    for (const auto i : order) {
      const auto code = own_codes_[i].empty() ? std::to_string(++number) : own_codes_[i];
      const auto& node = drawing_.nodes[i];
      constexpr std::size_t longest = 300;
      auto label = clean(node.label, longest);
      attempt.codes.push_back({code, label.empty() ? clean(node.key, longest) : std::move(label)});
      attempt.lines[i] = {code};
    }
    return order;
  }

  [[nodiscard]] Rect plot_for(const std::vector<NodeBox>& boxes, double key_height) const {
    constexpr double proportion = 1.8;  // width to height
    constexpr double lowest = 120;
    const double wanted = std::sqrt(needed_area(boxes) * airiness / proportion);
    return {0, 0, content_width,
            std::max(1.0, std::min(free_ - key_height, std::max(lowest, wanted)))};
  }

  [[nodiscard]] NodeBox box_of(std::size_t i, const std::vector<std::string>& lines,
                               const Plan& plan) const {
    NodeBox out;
    const auto& node = drawing_.nodes[i];
    out.symbol = extent_of(drawing_.kinds[node.kind].shape, scales_.diameter(node.size));
    for (const auto& line : lines)
      out.label.width = std::max(out.label.width, text_width(line, plan.size));
    out.label.height = stack_height(lines.size(), plan.size);
    out.roomy = plan.roomy;
    return out;
  }

  static void note_missing(const Plan& plan, const std::vector<std::size_t>& order, Attempt& out) {
    std::vector<bool> in_key(plan.coded.size(), false);
    for (std::size_t k = 0; k < out.key_shown; ++k) in_key[order[k]] = true;
    for (std::size_t i = 0; i < out.nodes.size(); ++i) {
      const bool shown = out.nodes[i].label.has_value();
      if (!shown && !out.lines[i].empty()) out.missing.push_back(i);
      if (shown && (!plan.coded[i] || in_key[i])) ++out.named;
    }
  }

  const Drawing& drawing_;
  const Scales& scales_;
  const Wishes& wishes_;
  double free_;
  std::vector<std::string> own_codes_;
  std::vector<std::vector<std::string>> names_;
};

}  // namespace

Attempt best_attempt(const Drawing& drawing, const Scales& scales, const Wishes& wishes,
                     double free) {
  return Planner(drawing, scales, wishes, free).best();
}

}  // namespace coopnet::render
