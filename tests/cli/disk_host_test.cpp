// Files on the real machine: what data may reach, and what it may not.
#include <sys/stat.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "cli/host.hpp"

namespace vanban::cli {
namespace {

namespace fs = std::filesystem;

/// A folder with a file, in a folder with another; gone at the end.
struct Folders {
    Folders() {
        std::string name = (fs::temp_directory_path() / "disk-host-XXXXXX").string();
        outside = ::mkdtemp(name.data());
        inside = outside / "trong";
        fs::create_directories(inside / "anh");
        std::ofstream(outside / "ngoai.png") << "outside";
        std::ofstream(inside / "anh" / "a.png") << "inside";
    }
    ~Folders() { fs::remove_all(outside); }

    std::string read(std::string_view path, std::size_t most = 100) const {
        const auto bytes = host->read_within(inside.string(), path, most);
        return bytes ? *bytes : std::string(name(bytes.error().code));
    }

    fs::path outside, inside;
    std::unique_ptr<Host> host = make_disk_host(1000);
};

}  // namespace

BOOST_AUTO_TEST_SUITE(disk_host)

BOOST_FIXTURE_TEST_CASE(files_of_the_folder_and_below_are_read, Folders) {
    BOOST_TEST(read("anh/a.png") == "inside");
    BOOST_TEST(read("anh/../anh/a.png") == "inside");
    BOOST_TEST(read("anh/a.png", 6) == "inside");
    BOOST_TEST(read("anh/a.png", 5) == "file-too-large");
    BOOST_TEST(read("anh/b.png") == "file-not-found");
    BOOST_TEST(host->read_within((inside / "thieu").string(), "a.png", 9).error().args.front() ==
               (inside / "thieu" / "a.png").string());
}

BOOST_FIXTURE_TEST_CASE(nothing_outside_the_folder_is_read, Folders) {
    fs::create_symlink(outside / "ngoai.png", inside / "lien-ket.png");
    fs::create_directory_symlink(outside, inside / "len");
    fs::create_symlink(inside / "anh" / "a.png", inside / "trong.png");
    for (const std::string& path : {std::string("../ngoai.png"), (outside / "ngoai.png").string(),
                                    std::string("lien-ket.png"), std::string("len/ngoai.png")})
        BOOST_TEST(read(path) == "file-outside-folder", path);
    BOOST_TEST(read("trong.png") == "inside");
    BOOST_TEST(read("../trong2/a.png") == "file-outside-folder");
    BOOST_TEST(read(std::string_view("anh/a.png\0.txt", 14)) == "file-outside-folder");
}

BOOST_FIXTURE_TEST_CASE(a_pipe_a_device_or_a_folder_is_no_file, Folders) {
    BOOST_REQUIRE(::mkfifo((inside / "ong").c_str(), 0600) == 0);  // opened the usual way, it would wait for ever
    BOOST_TEST(read("ong") == "not-a-regular-file");
    BOOST_TEST(read("anh") == "not-a-regular-file");
    BOOST_TEST(read("") == "not-a-regular-file");
    BOOST_TEST((host->read_within("/dev", "zero", 9).error().code == Code::not_a_regular_file));
    fs::create_symlink("vong-2", inside / "vong-1");
    fs::create_symlink("vong-1", inside / "vong-2");
    BOOST_TEST(read("vong-1") == "file-unreadable");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::cli
