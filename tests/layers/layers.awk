# Reads the files named in `list` and prints each include that breaks a rule of check.sh.

BEGIN {
  allow("core", "")
  allow("model", "core")
  allow("io", "core model")
  allow("intake", "core model io")
  allow("graph", "core")
  allow("algo", "core graph")
  allow("network", "core model graph algo")
  allow("analysis", "core model graph algo network")
  allow("exchange", "core model io graph algo network")
  allow("render", "core model graph algo network analysis io intake")
  allow("tools", "core model graph algo network analysis io intake exchange render")

  # Third-party headers: where they may be included (a layer, or "public:layer" in a header of the
  # public part), told by the beginning of the include.
  third_party("boost/", "graph algo network analysis exchange render public:graph public:algo")
  third_party("rapidjson/", "io render")
  third_party("graphviz/", "exchange render")
  third_party("cgraph.h", "exchange render")
  third_party("utf8proc.h", "core model io intake render")
  third_party("expat.h", "io intake exchange")
  third_party("zip.h", "io")
  third_party("xlsxwriter.h", "render")
  third_party("fmt/", "core model io intake graph algo network analysis exchange render tools")
  third_party("CLI/", "tools")

  split("iostream regex filesystem random chrono ranges", names, " ")
  for (i in names) heavy[names[i]] = 1

  while ((getline file < list) > 0) exists[files[++file_count] = file] = 1
  for (i = 1; i <= file_count; ++i) check_file(files[i])
  if (file_count == 0) report(list, 0, "no files to check")
  if (offences == 0) print "layers: " include_count " includes in " file_count " files are in order"
  exit offences > 0
}

function allow(layer, others,    parts, n, i) {
  known[layer] = 1
  allowed[layer, layer] = 1
  n = split(others, parts, " ")
  for (i = 1; i <= n; ++i) allowed[layer, parts[i]] = 1
}

function third_party(prefix, owners,    parts, n, i) {
  prefixes[++prefix_count] = prefix
  n = split(owners, parts, " ")
  for (i = 1; i <= n; ++i) owner[prefix, parts[i]] = 1
}

function report(file, line, text) {
  print file ":" line ": " text
  ++offences
}

# The layer of a path from the root: "" for files that belong to all, such as version.hpp.
function layer_of(path,    parts, n) {
  if (path ~ /^tools\//) return "tools"
  sub(/^include\/coopnet\//, "", path) || sub(/^src\//, "", path)
  n = split(path, parts, "/")
  if (n == 1) return ""
  return parts[1] == "kernel" ? "algo" : parts[1]
}

# a/b/../c -> a/c
function tidy(path) {
  gsub(/\/\.\//, "/", path)
  while (path ~ /[^\/.]+\/\.\.\//) sub(/[^\/.]+\/\.\.\//, "", path)
  return path
}

# The file of the project that an include names, or "" if it is none of ours.
function resolve(from, name, quoted,    dir, path) {
  if (quoted) {
    dir = from
    sub(/[^\/]*$/, "", dir)
    path = tidy(dir name)
    if (path in exists) return path
  }
  if (name ~ /^coopnet\//) return "include/" tidy(name)
  if (("src/" name) in exists) return "src/" name
  if (("tools/" name) in exists) return "tools/" name
  return ""
}

function check_file(file,    line, number, name, quoted, layer) {
  layer = layer_of(file)
  if (layer != "" && !(layer in known)) report(file, 0, layer " is not a layer")
  number = 0
  while ((getline line < file) > 0) {
    ++number
    if (line !~ /^[ \t]*#[ \t]*include[ \t]*[<"]/) continue
    ++include_count
    quoted = line ~ /^[^<]*"/
    name = line
    sub(/^[^<"]*[<"]/, "", name)
    sub(/[>"].*$/, "", name)
    check_include(file, number, layer, name, quoted)
  }
  close(file)
}

function check_include(file, number, layer, name, quoted,    path, target) {
  path = resolve(file, name, quoted)
  if (path == "") {
    check_foreign(file, number, layer, name, quoted)
    return
  }
  if (file == "include/coopnet/coopnet.hpp") return  # the umbrella exists to include the others
  if (path == "include/coopnet/coopnet.hpp" && layer != "tools") {
    report(file, number, "coopnet.hpp is for users, name the header that is needed")
    return
  }
  if (file ~ /^include\// && path !~ /^include\//)
    report(file, number, "a public header includes the private " path)
  target = layer_of(path)
  if (target == "") return
  if (!(target in known))
    report(file, number, "includes " name ", but " target " is not a layer")
  else if (layer == "")
    report(file, number, "a file of no layer includes " target " (" name ")")
  else if (layer in known && !((layer, target) in allowed))
    report(file, number, layer " may not include " target " (" name ")")
}

function check_foreign(file, number, layer, name, quoted,    i, place) {
  if (file ~ /^include\// && !quoted && name in heavy) {
    report(file, number, "<" name "> is too heavy for a public header")
    return
  }
  place = file ~ /^include\// ? "public:" layer : layer
  for (i = 1; i <= prefix_count; ++i)
    if (index(name, prefixes[i]) == 1 && !((prefixes[i], place) in owner))
      report(file, number, (place == layer ? "" : "a public header of ") layer " may not include " name)
}
