#include "coopnet/io/file.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <thread>

#include "coopnet/core/errors.hpp"
#include "io/io_testing.hpp"

namespace coopnet::io {
namespace {

using namespace std::string_literals;

/// Message of the exception of type E that `action` throws.
template <class E, class Action>
std::string message_of(Action action) {
  try {
    action();
  } catch (const E& e) {
    return e.what();
  } catch (const std::exception& e) {
    return "another exception: "s + e.what();
  }
  return "no exception";
}

std::string read_error(const std::string& path) {
  return message_of<IoError>([&] { static_cast<void>(read_file(path)); });
}

/// Feeds a pipe from a thread of its own until everything is written or nobody reads any more.
class Feeder {
 public:
  Feeder(int fd, std::string block, std::size_t repeats)
      : thread_([fd, block = std::move(block), repeats] {
          for (std::size_t i = 0; i < repeats; ++i)
            if (!write_block(fd, block)) break;
          ::close(fd);
        }) {}
  ~Feeder() { thread_.join(); }
  Feeder(const Feeder&) = delete;
  Feeder& operator=(const Feeder&) = delete;

 private:
  static bool write_block(int fd, std::string_view block) {
    while (!block.empty()) {
      const ssize_t n = ::write(fd, block.data(), block.size());
      if (n <= 0) return false;
      block.remove_prefix(static_cast<std::size_t>(n));
    }
    return true;
  }

  std::thread thread_;
};

/// Standard input taken from `fd` while it lives.
class StandardInput {
 public:
  explicit StandardInput(int fd) : saved_(::dup(STDIN_FILENO)) {
    ::dup2(fd, STDIN_FILENO);
    ::close(fd);
  }
  ~StandardInput() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }
  StandardInput(const StandardInput&) = delete;
  StandardInput& operator=(const StandardInput&) = delete;

 private:
  int saved_;
};

class WithoutPipeSignal : public testing::Test {
 protected:
  WithoutPipeSignal() { ::signal(SIGPIPE, SIG_IGN); }
};

using ReadFile = WithoutPipeSignal;

TEST_F(ReadFile, GivesAllBytes) {
  const ScratchFolder folder;
  const std::string bytes =
      "\xEF\xBB\xBF"
      "a\r\n\0\xFF"s;
  put(folder / "f", bytes);
  put(folder / "empty", "");
  EXPECT_EQ(read_file(folder / "f"), bytes);
  EXPECT_EQ(read_file(folder / "empty"), "");
}

TEST_F(ReadFile, LimitIsExact) {
  const ScratchFolder folder;
  put(folder / "f", "12345");
  EXPECT_EQ(read_file(folder / "f", 5), "12345");
  EXPECT_EQ(message_of<DataError>([&] { static_cast<void>(read_file(folder / "f", 4)); }),
            folder / "f" + ": longer than the limit of 4 bytes");
}

TEST_F(ReadFile, FilesWithoutASizeAreReadToTheEnd) {
  EXPECT_NE(read_file("/proc/self/status").find("Name:"), std::string::npos);
}

TEST_F(ReadFile, SaysWhyNotWithThePath) {
  const ScratchFolder folder;
  EXPECT_EQ(read_error(folder / "none"), folder / "none" + ": No such file or directory");
  EXPECT_EQ(read_error(folder.path()), folder.path() + ": Is a directory");
  put(folder / "f", "x");
  EXPECT_EQ(read_error(folder / "f/g"), folder / "f/g" + ": Not a directory");
  EXPECT_EQ(read_error("/dev/zero"), "/dev/zero: neither a file nor a pipe");
  EXPECT_EQ(read_error(""), "\"\": No such file or directory");
  EXPECT_EQ(read_error("a\0b"s), "a path with a byte 0 names no file");
  EXPECT_EQ(read_error(std::string(5000, 'x')), std::string(5000, 'x') + ": File name too long");
}

TEST_F(ReadFile, ReadsNamedPipes) {
  const ScratchFolder folder;
  ASSERT_EQ(::mkfifo((folder / "p").c_str(), 0600), 0);
  std::thread writer([&] { put(folder / "p", "through a pipe"); });
  EXPECT_EQ(read_file(folder / "p"), "through a pipe");
  writer.join();
}

TEST_F(ReadFile, ReadsStandardInput) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const std::string block(1'000'003, 'x');
  const Feeder feeder(ends[1], block, 50);  // more than two parts
  const StandardInput input(ends[0]);
  const std::string all = read_file("-");
  EXPECT_EQ(all.size(), 50 * block.size());
  EXPECT_EQ(all.find_first_not_of('x'), std::string::npos);
}

TEST_F(ReadFile, APipeWithoutEndStopsAtTheLimit) {
  constexpr std::uint64_t limit = std::uint64_t{96} << 20U;
  constexpr long slack_kilobytes = 48L << 10U;
  std::array<int, 2> ends{};
  ASSERT_EQ(::pipe(ends.data()), 0);
  const Feeder feeder(ends[1], std::string(1 << 20, 'x'), 1'000'000);
  rusage before{};
  ::getrusage(RUSAGE_SELF, &before);
  std::string message;
  {
    const StandardInput input(ends[0]);
    message = message_of<DataError>([] { static_cast<void>(read_file("-", limit)); });
  }
  rusage after{};
  ::getrusage(RUSAGE_SELF, &after);
  EXPECT_EQ(message, "standard input: longer than the limit of 100663296 bytes");
  EXPECT_LT(after.ru_maxrss - before.ru_maxrss, static_cast<long>(limit >> 10U) + slack_kilobytes);
}

TEST_F(ReadFile, AFolderAsStandardInputIsRefused) {
  const StandardInput input(::open("/", O_RDONLY));
  EXPECT_EQ(read_error("-"), "standard input: Is a directory");
}

/// While it lives, no file can grow beyond `bytes`: writing fails as on a full disk.
class SmallDisk {
 public:
  explicit SmallDisk(rlim_t bytes) {
    ::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &saved_);
    rlimit small = saved_;
    small.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &small);
  }
  ~SmallDisk() { ::setrlimit(RLIMIT_FSIZE, &saved_); }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit saved_{};
};

std::string write_error(const std::string& path, std::string_view bytes, bool overwrite) {
  return message_of<IoError>([&] { write_file_atomically(path, bytes, overwrite); });
}

TEST(WriteFile, WritesNewFiles) {
  const ScratchFolder folder;
  write_file_atomically(folder / "f", "a\0b"s, false);
  write_file_atomically(folder / "g", "", true);
  EXPECT_EQ(bytes_of(folder / "f"), "a\0b"s);
  EXPECT_EQ(bytes_of(folder / "g"), "");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"f", "g"}));
}

TEST(WriteFile, ReplacesOnlyWhenAskedTo) {
  const ScratchFolder folder;
  put(folder / "f", "old");
  EXPECT_EQ(write_error(folder / "f", "new", false),
            folder / "f" + ": exists already, and overwriting was not asked for");
  EXPECT_EQ(bytes_of(folder / "f"), "old");
  write_file_atomically(folder / "f", "new", true);
  EXPECT_EQ(bytes_of(folder / "f"), "new");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"f"}));
}

mode_t mode_of(const std::string& path) {
  struct stat info {};
  EXPECT_EQ(::stat(path.c_str(), &info), 0);
  return info.st_mode & 07777U;
}

TEST(WriteFile, PermissionsAreKeptOrTheUsualOnes) {
  const ScratchFolder folder;
  const mode_t mask = ::umask(027);
  write_file_atomically(folder / "new", "x", false);
  EXPECT_EQ(mode_of(folder / "new"), 0640U);
  put(folder / "old", "x");
  ASSERT_EQ(::chmod((folder / "old").c_str(), 0664), 0);
  write_file_atomically(folder / "old", "y", true);
  EXPECT_EQ(mode_of(folder / "old"), 0664U);
  ::umask(mask);
}

TEST(WriteFile, LinksAreFollowed) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "d");
  put(folder / "d/f", "old");
  std::filesystem::create_symlink("d/f", folder / "link");
  write_file_atomically(folder / "link", "new", true);
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
  EXPECT_EQ(bytes_of(folder / "d/f"), "new");
  std::filesystem::create_symlink("nowhere", folder / "dangling");
  EXPECT_EQ(write_error(folder / "dangling", "x", false), folder / "dangling" + ": File exists");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"d", "dangling", "link"}));
}

TEST(WriteFile, OnlyRegularFilesAreReplaced) {
  const ScratchFolder folder;
  ASSERT_EQ(::mkfifo((folder / "p").c_str(), 0600), 0);
  EXPECT_EQ(write_error(folder / "p", "x", true),
            folder / "p" + ": no regular file, cannot be replaced");
  EXPECT_EQ(write_error(folder.path(), "x", true), folder.path() + ": Is a directory");
  EXPECT_EQ(write_error("/dev/null", "x", true), "/dev/null: no regular file, cannot be replaced");
  EXPECT_EQ(write_error(folder / "none/f", "x", true),
            folder / "none/f" + ": No such file or directory");
  EXPECT_EQ(write_error("", "x", true), "\"\": No such file or directory");
  EXPECT_EQ(write_error("a\0b"s, "x", true), "a path with a byte 0 names no file");
}

TEST(WriteFile, AFullDiskLeavesNothingBehind) {
  const ScratchFolder folder;
  put(folder / "f", "old");
  const std::string large(100'000, 'x');
  {
    const SmallDisk disk(10'000);
    EXPECT_EQ(write_error(folder / "f", large, true), folder / "f" + ": File too large");
    EXPECT_EQ(write_error(folder / "g", large, false), folder / "g" + ": File too large");
  }
  EXPECT_EQ(bytes_of(folder / "f"), "old");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"f"}));
}

std::string folder_error(const std::string& path, const std::vector<NamedBytes>& files,
                         bool overwrite) {
  return message_of<IoError>([&] { write_folder_atomically(path, files, overwrite); });
}

TEST(WriteFolder, WritesNewFolders) {
  const ScratchFolder folder;
  const std::vector<NamedBytes> files{{"a.csv", "1"}, {"b.json", "2"}};
  write_folder_atomically(folder / "d/", files, false);
  EXPECT_EQ(bytes_of(folder / "d/a.csv"), "1");
  EXPECT_EQ(bytes_of(folder / "d/b.json"), "2");
  write_folder_atomically(folder / "e", {}, false);
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"d", "e"}));
}

TEST(WriteFolder, ReplacesOnlyItsOwnFiles) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "d");
  put(folder / "d/a.csv", "old");
  put(folder / "d/mine.txt", "mine");
  const std::vector<NamedBytes> files{{"a.csv", "new"}, {"b.csv", "new"}};
  EXPECT_EQ(folder_error(folder / "d", files, false),
            folder / "d" + ": exists already, and overwriting was not asked for");
  EXPECT_EQ(bytes_of(folder / "d/a.csv"), "old");
  write_folder_atomically(folder / "d", files, true);
  EXPECT_EQ(bytes_of(folder / "d/a.csv"), "new");
  EXPECT_EQ(bytes_of(folder / "d/b.csv"), "new");
  EXPECT_EQ(bytes_of(folder / "d/mine.txt"), "mine");
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"d"}));
}

TEST(WriteFolder, AFullDiskLeavesNothingBehind) {
  const ScratchFolder folder;
  {
    const SmallDisk disk(10'000);
    const std::vector<NamedBytes> files{{"a.csv", "1"}, {"b.csv", std::string(100'000, 'x')}};
    EXPECT_EQ(folder_error(folder / "d", files, false), folder / "d/b.csv" + ": File too large");
  }
  EXPECT_TRUE(folder.names().empty());
}

TEST(WriteFolder, RefusesWhatIsNoFolder) {
  const ScratchFolder folder;
  put(folder / "f", "x");
  EXPECT_EQ(folder_error(folder / "f", {}, true), folder / "f" + ": Not a directory");
  EXPECT_EQ(folder_error(folder / "none/d", {}, true),
            folder / "none/d" + ": No such file or directory");
}

TEST(WriteFolder, NamesStayInTheFolder) {
  const ScratchFolder folder;
  for (const auto& name : {""s, "."s, ".."s, "../x"s, "/x"s, "a/b"s, "a\0b"s}) {
    const std::vector<NamedBytes> files{{"ok", "1"}, {name, "2"}};
    EXPECT_THROW(write_folder_atomically(folder / "d", files, true), PreconditionError) << name;
  }
  const std::vector<NamedBytes> twins{{"a", "1"}, {"b", "2"}, {"a", "3"}};
  EXPECT_THROW(write_folder_atomically(folder / "d", twins, true), PreconditionError);
  EXPECT_TRUE(folder.names().empty());
}

TEST(FolderWriter, ShowsNothingBeforeItsCommit) {
  const ScratchFolder folder;
  {
    FolderWriter writer(folder / "d", false);
    writer.begin_file("a.csv");
    writer.append("1,");
    writer.append("2\n");
    writer.begin_file("b.csv");
    EXPECT_FALSE(std::filesystem::exists(folder / "d"));
    writer.commit();
    EXPECT_EQ(bytes_of(folder / "d/a.csv"), "1,2\n");
    EXPECT_EQ(bytes_of(folder / "d/b.csv"), "");
  }
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"d"}));
}

TEST(FolderWriter, WithoutACommitNothingIsLeft) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "old");
  put(folder / "old/a.csv", "old");
  for (const auto* name : {"new", "old"}) {
    FolderWriter writer(folder / name, true);
    writer.begin_file("a.csv");
    writer.append("1");
    writer.begin_file("b.csv");
    writer.append("2");
  }
  EXPECT_EQ(folder.names(), (std::vector<std::string>{"old"}));
  EXPECT_EQ(bytes_of(folder / "old/a.csv"), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / "old"), {}), 1);
}

TEST(FolderWriter, AllFilesAreCompleteBeforeOneIsReplaced) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "d");
  put(folder / "d/a.csv", "old");
  {
    const SmallDisk disk(10'000);
    const std::vector<NamedBytes> files{{"a.csv", "new"}, {"b.csv", std::string(100'000, 'x')}};
    EXPECT_EQ(folder_error(folder / "d", files, true), folder / "d/b.csv" + ": File too large");
  }
  EXPECT_EQ(bytes_of(folder / "d/a.csv"), "old");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / "d"), {}), 1);
}

TEST(FolderWriter, ReplacedFilesKeepPermissionsAndLinks) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "d");
  std::filesystem::create_directory(folder / "e");
  put(folder / "e/f", "old");
  ASSERT_EQ(::chmod((folder / "e/f").c_str(), 0664), 0);
  std::filesystem::create_symlink("../e/f", folder / "d/a.csv");
  write_folder_atomically(folder / "d", std::vector<NamedBytes>{{"a.csv", "new"}}, true);
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "d/a.csv"));
  EXPECT_EQ(bytes_of(folder / "e/f"), "new");
  EXPECT_EQ(mode_of(folder / "e/f"), 0664U);
}

TEST(FolderWriter, RefusesBeforeAnythingIsWritten) {
  const ScratchFolder folder;
  std::filesystem::create_directory(folder / "d");
  std::filesystem::create_symlink("nowhere", folder / "link");
  const auto error = [&](const char* name, bool overwrite) {
    return message_of<IoError>([&] { const FolderWriter writer(folder / name, overwrite); });
  };
  EXPECT_EQ(error("d", false),
            folder / "d" + ": exists already, and overwriting was not asked for");
  EXPECT_EQ(error("link", true), folder / "link" + ": File exists");
  EXPECT_EQ(error("none/d", true), folder / "none/d" + ": No such file or directory");
}

TEST(FolderWriter, CallsOutOfOrderAreRefused) {
  const ScratchFolder folder;
  FolderWriter writer(folder / "d", false);
  EXPECT_THROW(writer.append("x"), PreconditionError);
  writer.begin_file("a");
  EXPECT_THROW(writer.begin_file("a"), PreconditionError);
  EXPECT_THROW(writer.append("x"), PreconditionError);
  writer.begin_file("b");
  writer.commit();
  EXPECT_THROW(writer.begin_file("c"), PreconditionError);
  EXPECT_THROW(writer.append("x"), PreconditionError);
  EXPECT_THROW(writer.commit(), PreconditionError);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder / "d"), {}), 2);
}

}  // namespace
}  // namespace coopnet::io
