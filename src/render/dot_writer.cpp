#include "render/dot_writer.hpp"

#include <graphviz/cgraph.h>

#include <mutex>
#include <new>
#include <utility>

#include "coopnet/core/errors.hpp"
#include "core/cgraph_mutex.hpp"
#include "render/drawing_text.hpp"
#include "render/markup.hpp"

namespace coopnet::render {
namespace {

/// What cgraph writes goes to a string; a callback must not throw through C.
struct Sink {
  std::string text;
  bool failed = false;
};

int put(void* channel, const char* text) {
  auto* sink = static_cast<Sink*>(channel);
  try {
    sink->text += text;
  } catch (const std::bad_alloc&) {
    sink->failed = true;
  }
  return 0;
}

int flush(void*) { return 0; }

Agiodisc_t* string_io() {
  static Agiodisc_t io = {nullptr, &put, &flush};
  return &io;
}

/// cgraph's own ids of named objects are addresses, and it writes clusters in the order of ids: the
/// file would change from run to run. These ids count up. No object is ever looked up by its
/// name, so names need not be searched; cgraph keeps them, because it expects its own mark before
/// the first letter of each.
class Ids {
 public:
  static Agiddisc_t* discipline() {
    static Agiddisc_t ids = {&open, &map, &alloc, &release, &print, &close, &ignore_object};
    return &ids;
  }

 private:
  static void* open(Agraph_t* graph, Agdisc_t* disciplines);

  static long map(void* state, int, char* name, IDTYPE* id, int create) {
    if (create == 0) return 0;
    auto* ids = static_cast<Ids*>(state);
    try {
      ids->names_.push_back(nullptr);
    } catch (const std::bad_alloc&) {
      return 0;
    }
    if (name != nullptr) ids->names_.back() = agstrdup(ids->graph_, name);
    *id = ids->names_.size();
    return 1;
  }

  static char* print(void* state, int, IDTYPE id) {
    const auto& names = static_cast<Ids*>(state)->names_;
    return id == 0 || id > names.size() ? nullptr : names[id - 1];
  }

  static void release(void* state, int, IDTYPE id) {
    auto* ids = static_cast<Ids*>(state);
    if (id == 0 || id > ids->names_.size() || ids->names_[id - 1] == nullptr) return;
    agstrfree(ids->graph_, std::exchange(ids->names_[id - 1], nullptr));
  }

  static long alloc(void*, int, IDTYPE) { return 1; }
  static void close(void*) {}
  static void ignore_object(void*, int, void*) {}

  Agraph_t* graph_ = nullptr;
  std::vector<char*> names_;  ///< of id 1, 2, ...; null: no name
};

struct Disciplines : Agdisc_t {
  Disciplines() : Agdisc_t{&AgMemDisc, Ids::discipline(), string_io()} {}
  Ids ids;
};

void* Ids::open(Agraph_t* graph, Agdisc_t* disciplines) {
  auto* ids = &static_cast<Disciplines*>(disciplines)->ids;
  ids->graph_ = graph;
  return ids;
}

/// cgraph takes char* and does not write to it.
char* c(std::string& text) { return text.data(); }

void declare(Agraph_t* graph, int kind, std::initializer_list<DotAttribute> attributes) {
  for (const auto& attribute : attributes) {
    std::string name(attribute.name);
    std::string value(attribute.value);
    if (agattr(graph, kind, c(name), c(value)) == nullptr) throw std::bad_alloc();
  }
}

void assign(void* object, std::initializer_list<DotAttribute> attributes) {
  for (const auto& attribute : attributes) {
    std::string name(attribute.name);
    std::string value(attribute.value);
    if (agset(object, c(name), c(value)) != 0)
      throw PreconditionError("dot: attribute " + name + " was not declared");
  }
}

void append_escaped(std::string& out, std::string_view text, std::string_view backslash) {
  for (const char letter : text) {
    if (letter == '\\')
      out += backslash;
    else if (letter == '\'')
      out += letter;  // DOT texts stand in double quotes
    else
      append_markup(out, letter);
  }
}

}  // namespace

std::string dot_label(std::span<const std::string> lines, LineEnd end) {
  std::string out;
  for (const auto& line : lines) {
    append_escaped(out, clean(line), "\\\\");
    if (end == LineEnd::centre && &line == &lines.back()) break;
    out += '\\';
    out += static_cast<char>(end);
  }
  return out.empty() ? " " : out;  // an empty label would be taken for none, and the name be shown
}

std::string dot_tooltip(std::string_view text) {
  std::string out;
  append_escaped(out, clean(text), "\u2216");
  return out;
}

struct DotWriter::Impl {
  std::unique_lock<std::mutex> lock{cgraph_mutex()};
  Disciplines disciplines;
  agerrlevel_t earlier_level = agseterr(AGMAX);  // nothing is printed behind the caller's back
  Agraph_t* graph = nullptr;
  std::vector<Agnode_t*> nodes;
  std::size_t edges = 0;
  std::size_t clusters = 0;

  explicit Impl(Agdesc_t kind) {
    std::string name = "picture";
    graph = agopen(c(name), kind, &disciplines);
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;
  ~Impl() {
    if (graph != nullptr) agclose(graph);
    agseterr(earlier_level);
  }
};

DotWriter::DotWriter(Kind kind)
    : impl_(std::make_unique<Impl>(kind == Kind::directed ? Agdirected : Agundirected)) {
  if (impl_->graph == nullptr) throw std::bad_alloc();
}
DotWriter::~DotWriter() = default;

void DotWriter::graph(std::initializer_list<DotAttribute> attributes) {
  declare(impl_->graph, AGRAPH, attributes);
}
void DotWriter::every_node(std::initializer_list<DotAttribute> attributes) {
  declare(impl_->graph, AGNODE, attributes);
}
void DotWriter::every_edge(std::initializer_list<DotAttribute> attributes) {
  declare(impl_->graph, AGEDGE, attributes);
}
void DotWriter::set_graph(std::initializer_list<DotAttribute> attributes) {
  assign(impl_->graph, attributes);
}

DotWriter::Node DotWriter::add_node(std::initializer_list<DotAttribute> attributes) {
  std::string name = "n" + std::to_string(impl_->nodes.size());
  Agnode_t* node = agnode(impl_->graph, c(name), 1);
  if (node == nullptr) throw std::bad_alloc();
  assign(node, attributes);
  impl_->nodes.push_back(node);
  return impl_->nodes.size() - 1;
}

DotWriter::Edge DotWriter::add_edge(Node tail, Node head,
                                    std::initializer_list<DotAttribute> attributes) {
  Agedge_t* edge = agedge(impl_->graph, impl_->nodes.at(tail), impl_->nodes.at(head), nullptr, 1);
  if (edge == nullptr) throw std::bad_alloc();
  assign(edge, attributes);
  return impl_->edges++;
}

void DotWriter::add_cluster(std::span<const Node> nodes,
                            std::initializer_list<DotAttribute> attributes) {
  std::string name = "cluster_" + std::to_string(impl_->clusters++);
  Agraph_t* cluster = agsubg(impl_->graph, c(name), 1);
  if (cluster == nullptr) throw std::bad_alloc();
  assign(cluster, attributes);
  for (const Node node : nodes) agsubnode(cluster, impl_->nodes.at(node), 1);
}

std::string DotWriter::write() const {
  Sink sink;
  if (agwrite(impl_->graph, &sink) < 0 || sink.failed) throw std::bad_alloc();
  return std::move(sink.text);
}

}  // namespace coopnet::render
