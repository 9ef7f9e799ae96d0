// Pictures that data names: where they are looked for, and what is said when they cannot be used.
#include "pictures.hpp"

#include <boost/test/unit_test.hpp>
#include <map>

#include "png_maker.hpp"

namespace vanban {
namespace {

/// Files in memory that count how often they are read.
class CountingFiles : public Files {
public:
    std::map<std::string, std::string, std::less<>> files;
    mutable std::map<std::string, int, std::less<>> reads;

    Result<std::string> read(std::string_view path) const override {
        ++reads[std::string(path)];
        const auto found = files.find(path);
        if (found == files.end()) return fail(Code::file_not_found, {}, {std::string(path)});
        return found->second;
    }
    std::vector<std::string> list(std::string_view) const override { return {}; }
};

model::Anh picture(std::string path, Span span) {
    model::Anh anh;
    anh.tep = std::move(path);
    anh.span = span;
    return anh;
}

/// A world with one picture, and a document that names pictures.
struct Fixture {
    Fixture() {
        world.files = &files;
        data = sources.add({"du-lieu/ke-hoach.yaml", "chu_ky: a.png\n"});
        files.files["du-lieu/anh/a.png"] = test::make_png({.width = 5, .height = 2});
    }

    model::NguoiKy& sign() {
        document.vung.resize(1);
        model::KetThuc end;
        end.nguoi_ky.resize(1);
        document.vung[0].blocks.push_back({end, {}});
        return std::get<model::KetThuc>(document.vung[0].blocks.back().content).nguoi_ky[0];
    }
    bool load() { return load_pictures(document, sources, world, out); }
    const model::NguoiKy& signer() const {
        return std::get<model::KetThuc>(document.vung.at(0).blocks.at(0).content).nguoi_ky.at(0);
    }

    CountingFiles files;
    World world;
    Sources sources;
    SourceId data = kNoSource;
    model::Document document;
    Diagnostics out;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(pictures)

BOOST_FIXTURE_TEST_CASE(a_path_is_relative_to_the_file_that_names_it, Fixture) {
    sign().chu_ky = picture("anh/a.png", {data, 8, 13});
    BOOST_TEST(load());
    BOOST_REQUIRE(signer().chu_ky->png);
    BOOST_TEST(signer().chu_ky->png->width == 5u);
    BOOST_TEST(out.empty());
}

BOOST_FIXTURE_TEST_CASE(paths_from_the_command_line_are_taken_as_they_are, Fixture) {
    files.files["/a.png"] = files.files["du-lieu/anh/a.png"];
    model::NguoiKy& signer = sign();
    signer.chu_ky = picture("/a.png", {});
    signer.con_dau = picture("du-lieu/anh/a.png", {});
    BOOST_TEST(load());
}

BOOST_FIXTURE_TEST_CASE(data_names_no_file_outside_its_folder, Fixture) {
    files.files["/a.png"] = files.files["a.png"] = files.files["du-lieu/anh/a.png"];
    for (const char* path : {"/a.png", "../a.png", "anh/../../a.png", "./../a.png", ".."}) {
        BOOST_TEST_CONTEXT(path) {
            document = {};
            out = {};
            sign().chu_ky = picture(path, {data, 8, 13});
            BOOST_TEST(!load());
            BOOST_REQUIRE(out.items().size() == 1);
            BOOST_TEST(name(out.items().front().code) == "file-outside-folder");
            BOOST_TEST((out.items().front().span == Span{data, 8, 13}));
        }
    }
    BOOST_TEST(files.reads.empty());
    BOOST_TEST(stays_inside("anh/../anh/./a.png"));
}

BOOST_FIXTURE_TEST_CASE(a_picture_of_a_file_in_the_current_folder_is_looked_for_there, Fixture) {
    const SourceId here = sources.add({"ke-hoach.yaml", "chu_ky: a.png\n"});
    files.files["a.png"] = files.files["du-lieu/anh/a.png"];
    sign().chu_ky = picture("a.png", {here, 8, 13});
    BOOST_TEST(load());
}

BOOST_FIXTURE_TEST_CASE(signatures_in_the_text_have_pictures_too, Fixture) {
    model::ChuKy signatures;
    signatures.nguoi_ky.resize(2);
    signatures.nguoi_ky[1].con_dau = picture("anh/a.png", {data, 8, 13});
    document.vung.resize(2);
    document.vung[1].blocks = {{model::Doan{}, {}}, {signatures, {}}};
    BOOST_TEST(load());
    BOOST_TEST((std::get<model::ChuKy>(document.vung[1].blocks[1].content).nguoi_ky[1].con_dau->png != nullptr));
}

BOOST_FIXTURE_TEST_CASE(each_file_is_read_once_a_document, Fixture) {
    model::NguoiKy& first = sign();
    first.chu_ky = picture("anh/a.png", {data, 8, 13});
    first.con_dau = picture("anh/a.png", {data, 8, 13});
    sign().chu_ky = picture("anh/a.png", {data, 8, 13});
    BOOST_TEST(load());
    BOOST_TEST(files.reads["du-lieu/anh/a.png"] == 1);
    BOOST_TEST((signer().chu_ky->png == signer().con_dau->png));
}

BOOST_FIXTURE_TEST_CASE(all_that_cannot_be_used_is_reported_at_its_place, Fixture) {
    files.files["du-lieu/b.jpg"] = "\xFF\xD8\xFF";
    model::NguoiKy& first = sign();
    first.chu_ky = picture("thieu.png", {data, 8, 13});
    first.con_dau = picture("b.jpg", {data, 2, 5});
    sign().chu_ky = picture("thieu.png", {data, 1, 2});
    BOOST_TEST(!load());
    const std::vector<std::pair<Code, Span>> expected{
        {Code::file_not_found, {data, 8, 13}}, {Code::not_a_png, {data, 2, 5}}, {Code::file_not_found, {data, 1, 2}}};
    BOOST_REQUIRE(out.items().size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        BOOST_TEST(name(out.items()[i].code) == name(expected[i].first));
        BOOST_TEST((out.items()[i].span == expected[i].second));
    }
    BOOST_TEST(files.reads["du-lieu/thieu.png"] == 1);
}

BOOST_FIXTURE_TEST_CASE(a_file_above_ten_megabytes_or_the_limit_is_refused, Fixture) {
    files.files["du-lieu/anh/a.png"] += std::string(std::size_t{10} << 20, ' ');
    sign().chu_ky = picture("anh/a.png", {data, 8, 13});
    BOOST_TEST(!load());
    files.files["du-lieu/anh/a.png"] = test::make_png({});
    world.limits.file_bytes = 20;
    BOOST_TEST(!load());
    for (const Diagnostic& finding : out) BOOST_TEST(name(finding.code) == "file-too-large");
    BOOST_TEST(out.items().size() == 2u);
}

BOOST_FIXTURE_TEST_CASE(a_world_without_files_has_no_pictures, Fixture) {
    world.files = nullptr;
    sign().chu_ky = picture("anh/a.png", {data, 8, 13});
    BOOST_TEST(!load());
    BOOST_TEST((out.items().front().code == Code::file_not_found));
    BOOST_TEST((out.items().front().span == Span{data, 8, 13}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
