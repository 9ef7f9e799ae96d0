// What the rules of wording say of whole data files: at which words, which can be switched off, and nothing of the
// samples.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine.hpp"

namespace vanban {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Pictures of the samples.
class SampleFiles : public Files {
public:
    Result<std::string> read(std::string_view path) const override { return read_file(path); }
    std::vector<std::string> list(std::string_view) const override { return {}; }
};

const std::string kAgency = R"(mau: ke-hoach
co_quan: { chu_quan: UBND tỉnh Hậu Giang, ten: Sở Y tế, ky_hieu: SYT, dia_danh: Hậu Giang }
nguoi_ky: { chuc_vu: Giám đốc, ho_ten: Nguyễn Thanh Tùng }
noi_nhan: [Các phòng thuộc Sở, "Lưu: VT, VP"]
so: 28
ngay: 15/02/2023
trich_yeu: Duy trì hệ thống quản lý chất lượng năm 2023
)";

/// Findings in the files, which are merged: "code: words", the words as they stand in the source.
std::vector<std::string> found_in(const std::vector<std::string>& yaml) {
    Engine engine;
    Diagnostics out;
    Sources sources(&engine.sources());
    std::vector<DataFile> files;
    for (const std::string& text : yaml)
        files.push_back({"tep" + std::to_string(files.size()) + ".yaml", text, data::Format::Yaml});
    const auto data = engine.read(std::move(files), {}, sources, out);
    const tmpl::Template* tmpl = data ? engine.load(template_name(*data), out) : nullptr;
    BOOST_REQUIRE_MESSAGE(tmpl, print_human(out, sources, {}));
    engine.check(*tmpl, *data, sources, out);
    std::vector<std::string> found;
    for (const Diagnostic& finding : out) {
        const Source* source = sources.get(finding.span.source);
        const std::size_t length = finding.span.end - finding.span.begin;
        found.push_back(std::string(name(finding.code)) + ": " +
                        (source ? source->text.substr(finding.span.begin, length) : "?"));
    }
    return found;
}

using Found = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(text_findings)

BOOST_AUTO_TEST_CASE(a_finding_points_at_the_words_in_block_text) {
    const std::string body = R"(noi_dung: |
  # Mục đích
  Các phòng chịu trách nhiệm
  về **công viêc** của mình.

  # Tổ chức thực hiện
  - Phòng Nghiệp vụ chịu trách nhiện;
  - Văn phòng Sở tổ chức
    thăm
    quan.
)";
    BOOST_TEST((found_in({kAgency + body}) ==
                Found{"broken-syllable: viêc", "misspelling: trách nhiện", "misspelling: thăm\n    quan"}));
}

BOOST_AUTO_TEST_CASE(of_several_places_with_the_words_the_right_one_is_shown) {
    const std::string body = R"(can_cu:
  - { loai: Quyết định, so: 19/2014/QĐ-TTg, ngay: 5/3/2014, cua: Thủ tướng Chính phủ, ve: về việc áp dụng Hệ thống quản lý chất lượng }
noi_dung: |
  Theo Quyết định số 19/2014/QĐ-TTg các phòng thực hiện.

  Thực hiện Quyết định số 19/2014/QĐ-TTg ngày 15/3/2014 tại các phòng.
)";
    BOOST_TEST((found_in({kAgency + body}) == Found{"citation-date-conflict: 15/3/2014"}));
}

BOOST_AUTO_TEST_CASE(a_conflict_between_merged_files_names_both) {
    const std::string common = R"(can_cu:
  - { loai: Quyết định, so: 101/QĐ-BKHCN, ngay: 21/01/2019, cua: Bộ Khoa học và Công nghệ, ve: về việc công bố Mô hình khung }
)";
    const std::string body = "noi_dung: Thực hiện Quyết định số 101/QĐ-BKHCN ngày 17/7/2019.\n";
    Engine engine;
    Diagnostics out;
    Sources sources(&engine.sources());
    const auto data = engine.read({{"chung.yaml", common}, {"ke-hoach.yaml", kAgency + body}}, {}, sources, out);
    BOOST_REQUIRE(data);
    BOOST_TEST(!engine.check(*engine.load("ke-hoach", out), *data, sources, out));
    BOOST_REQUIRE_EQUAL(out.items().size(), 1u);
    const Diagnostic& finding = out.items().front();
    BOOST_TEST((finding.code == Code::citation_date_conflict));
    BOOST_TEST(sources.get(finding.span.source)->name == "ke-hoach.yaml");
    BOOST_REQUIRE(!finding.notes.empty());
    BOOST_TEST(sources.get(finding.notes[0].span.source)->name == "chung.yaml");
}

BOOST_AUTO_TEST_CASE(a_basis_that_lacks_something_is_reported_once) {
    const std::string body =
        "can_cu: [{ loai: Quyết định, so: 19/2014/QĐ-TTg, ngay: 5/3/2014 }]\nnoi_dung: Các phòng thực hiện.\n";
    BOOST_TEST((found_in({kAgency + body}) == Found{"citation-incomplete: 19/2014/QĐ-TTg"}));
}

BOOST_AUTO_TEST_CASE(cells_and_recipients_are_read_too) {
    const std::string body = R"(noi_dung: |
  | TT | Nội dung | Thời gian |
  |---|---|---|
  | | Lập kế hoạch đợt xuất | Tháng 9 |
noi_nhan: ["Sở Khoa học Công nghệ", "Lưu: VT, VP"]
)";
    BOOST_TEST((found_in({kAgency, body}) == Found{"misspelling: đợt xuất", "wrong-name: Sở Khoa học Công nghệ"}));
}

BOOST_AUTO_TEST_CASE(codes_that_the_data_does_not_want_are_not_reported) {
    const std::string body = "noi_dung: Các phòng chịu trách nhiện về việc tham quan ngày 31/6/2023.\n";
    BOOST_TEST((found_in({kAgency + body}) == Found{"misspelling: trách nhiện", "impossible-date: 31/6/2023"}));
    BOOST_TEST((found_in({kAgency + body + "bo_qua: [misspelling, impossible-date]\n"}) == Found{}));
    BOOST_TEST((found_in({kAgency + body + "Bỏ qua: impossible-date\n"}) == Found{"misspelling: trách nhiện"}));
}

BOOST_AUTO_TEST_CASE(warnings_of_other_stages_can_be_ignored_but_no_errors) {
    const std::string body = "noi_dung: Các phòng thực hiện.\nnoi_nhan: Các phòng thuộc Sở\n";
    BOOST_TEST((found_in({kAgency, body}) == Found{"missing-luu: Các phòng thuộc Sở"}));
    BOOST_TEST((found_in({kAgency, body + "bo_qua: missing-luu\n"}) == Found{}));
    BOOST_TEST((found_in({kAgency, body + "bo_qua: [missing-luu, missing-field]\n"}) ==
                Found{"cannot-be-ignored: missing-field"}));
    BOOST_TEST((found_in({kAgency, body + "bo_qua: [missing-luu, sai-chinh-ta]\n"}) ==
                Found{"unknown-message-code: sai-chinh-ta"}));
}

BOOST_AUTO_TEST_CASE(the_milestones_of_the_year_hold_for_every_document) {
    const fs::path folder = VANBAN_SOURCE_DIR "/samples/bien-ban-xem-xet-lanh-dao";
    const std::string agency = read_file(folder / "co-quan.yaml");
    std::string minutes;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".yaml" && entry.path().stem() != "co-quan") minutes = read_file(entry.path());
    BOOST_TEST((found_in({agency, minutes}) == Found{}));
    BOOST_TEST((found_in({"moc: { danh_gia: 10/9/2020, khac_phuc: 28/9/2020 }\n", agency, minutes}) == Found{}));
    const Found late = found_in({"moc: { danh_gia: 28/9/2026, khac_phuc: 10/9/2026 }\n", agency, minutes});
    BOOST_TEST(std::ranges::count(late, "check-failed: 10/9/2026") == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_said_of_the_samples) {
    const SampleFiles samples;
    World world;
    world.files = &samples;
    Engine engine(world);
    std::size_t documents = 0;
    for (const fs::directory_entry& folder : fs::directory_iterator(VANBAN_SOURCE_DIR "/samples")) {
        if (!folder.is_directory() || folder.path().filename() == "loi") continue;
        const fs::path agency = folder.path() / "co-quan.yaml";
        for (const fs::directory_entry& entry : fs::directory_iterator(folder.path())) {
            const fs::path path = entry.path();
            if ((path.extension() != ".yaml" && path.extension() != ".json") || path == agency) continue;
            std::vector<DataFile> files;
            if (fs::exists(agency)) files.push_back({agency.string(), read_file(agency)});
            files.push_back({path.string(), read_file(path), data::format_of(path.string()).value()});
            Diagnostics out;
            Sources sources(&engine.sources());
            const auto data = engine.read(std::move(files), {}, sources, out);
            BOOST_REQUIRE(data);
            engine.render(*engine.load(template_name(*data), out), *data, sources, Output::Docx, out);
            BOOST_TEST(out.empty(), print_human(out, sources, {}));
            ++documents;
        }
    }
    BOOST_TEST(documents >= 60u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
