// Bodies, marks, numbers, sections and appendices.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

using Lines = std::vector<std::string>;

model::Block de_muc(model::CapBac cap, std::string value, bool heading = false) {
    return block(model::DeMuc{cap, heading, text(std::move(value))});
}

model::Bang two_columns(std::size_t rows) {
    model::Bang bang;
    bang.cot = {{text("TT"), model::KieuCot::ThuTu, {}, false}, {text("Nội dung"), model::KieuCot::Chu, {}, false}};
    for (std::size_t i = 0; i < rows; ++i) {
        model::Hang hang;
        hang.o = {model::O{}, model::O{{text("Việc")}}};
        bang.hang.push_back(std::move(hang));
    }
    return bang;
}

model::Document with_appendices(std::size_t count, std::string body = "Chi tiết tại Phụ lục kèm theo.") {
    model::Document document = plan({block(model::Doan{text(std::move(body))})});
    for (std::size_t i = 0; i < count; ++i) {
        model::DauPhuLuc dau{text("Nhiệm vụ"), {"ke-hoach", {19, "KH-SYT"}, {2023, 2, 5}, "Sở Y tế"}, "", {}};
        model::Vung vung;
        vung.huong = i == 1 ? model::Huong::Ngang : model::Huong::Doc;
        vung.danh_so = model::DanhSoTrang::Lai;
        vung.blocks = {block(dau), block(two_columns(2))};
        document.vung.push_back(std::move(vung));
    }
    return document;
}

std::size_t count_marks(const styled::Document& document) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < kComponentCount; ++i)
        for (const std::string& line : texts(document, static_cast<Component>(i)))
            if (line.ends_with("./.")) ++count;
    return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(apply_suite)

BOOST_AUTO_TEST_CASE(can_cu_end_with_semicolons_and_a_full_stop) {
    const Applied applied =
        run_apply(plan({block(model::CanCu{text("Căn cứ Luật A;")}), block(model::CanCu{text("Căn cứ B,")}),
                        block(model::CanCu{text("Theo đề nghị của C")}), block(model::Doan{text("Nội dung.")})}));
    require_clean(applied);
    const Lines expected{"Căn cứ Luật A;", "Căn cứ B;", "Theo đề nghị của C."};
    BOOST_TEST(texts(*applied.document, Component::CanCu) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(the_end_mark_is_glued_to_the_last_word_once) {
    for (const char* ending : {"xong", "xong.", "xong;", "xong./.", "xong ./."}) {
        const Applied applied = run_apply(plan({block(model::Doan{text("Trước.")}), block(model::Doan{text(ending)})}));
        require_clean(applied);
        const Lines expected{"Trước.", "xong./."};
        BOOST_TEST(texts(*applied.document, Component::LoiVan) == expected, boost::test_tools::per_element());
        BOOST_TEST(count_marks(*applied.document) == 1u);
    }
}

BOOST_AUTO_TEST_CASE(after_a_table_the_end_mark_stands_on_its_own_line) {
    const Applied applied = run_apply(plan({block(model::Doan{text("Bảng sau:")}), block(two_columns(3))}));
    require_clean(applied);
    BOOST_TEST(texts(*applied.document, Component::HetVanBan) == Lines{"./."}, boost::test_tools::per_element());
    BOOST_TEST(count_marks(*applied.document) == 1u);
}

BOOST_AUTO_TEST_CASE(a_document_without_body_is_refused) {
    BOOST_TEST(has_code(run_apply(plan({})).out, Code::empty_body));
}

BOOST_AUTO_TEST_CASE(points_run_a_b_c_d_dd_e_and_restart) {
    std::vector<model::Block> body{de_muc(model::CapBac::Khoan, "Một.")};
    for (int i = 0; i < 7; ++i) body.push_back(de_muc(model::CapBac::Diem, "x;"));
    body.push_back(de_muc(model::CapBac::Khoan, "Hai."));
    body.push_back(de_muc(model::CapBac::Diem, "y."));
    const Applied applied = run_apply(plan(std::move(body)));
    require_clean(applied);
    const Lines expected{"a) x;", "b) x;", "c) x;", "d) x;", "đ) x;", "e) x;", "g) x;", "a) y./."};
    BOOST_TEST(texts(*applied.document, Component::Diem) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(more_than_23_points_are_refused) {
    std::vector<model::Block> body;
    for (int i = 0; i < 24; ++i) body.push_back(de_muc(model::CapBac::Diem, "x;"));
    BOOST_TEST(has_code(run_apply(plan(std::move(body))).out, Code::too_many_diem));
}

BOOST_AUTO_TEST_CASE(sections_are_in_capitals_and_counted_by_word) {
    const Applied applied =
        run_apply(plan({de_muc(model::CapBac::MucLaMa, "Mục đích, yêu cầu", true),
                        de_muc(model::CapBac::Khoan, "Mục đích", true), de_muc(model::CapBac::Gach, "Nâng cao.")}));
    require_clean(applied);
    BOOST_TEST(texts(*applied.document, Component::MucLaMa)[0] == "MỤC ĐÍCH, YÊU CẦU");
    BOOST_TEST(texts(*applied.document, Component::KhoanTieuDe)[0] == "Mục đích");
    const auto& style = applied.document->styles[static_cast<std::size_t>(Component::MucLaMa)];
    BOOST_REQUIRE(style.list_level);
    BOOST_TEST((applied.document->numbering[*style.list_level].format == styled::NumberFormat::UpperRoman));
    BOOST_TEST(applied.document->numbering[*style.list_level].text == "%2.");
}

BOOST_AUTO_TEST_CASE(one_appendix_has_no_number_several_have_roman_ones) {
    BOOST_TEST(texts(*run_apply(with_appendices(1)).document, Component::PhuLuc) == Lines{"Phụ lục"},
               boost::test_tools::per_element());
    const Lines expected{"Phụ lục I", "Phụ lục II", "Phụ lục III"};
    BOOST_TEST(texts(*run_apply(with_appendices(3)).document, Component::PhuLuc) == expected,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_appendix_refers_to_its_document) {
    const Applied applied = run_apply(with_appendices(1));
    require_clean(applied);
    BOOST_TEST(texts(*applied.document, Component::KemTheo)[0] ==
               "(Kèm theo Kế hoạch số 19/KH-SYT ngày 05 tháng 02 năm 2023 của Sở Y tế)");
    BOOST_TEST(texts(*applied.document, Component::TieuDePhuLuc)[0] == "NHIỆM VỤ");
}

BOOST_AUTO_TEST_CASE(appendices_restart_pages_and_lists_and_may_lie_flat) {
    const Applied applied = run_apply(with_appendices(2));
    require_clean(applied);
    const auto& sections = applied.document->sections;
    BOOST_TEST(sections.size() == 3u);
    BOOST_TEST(!sections[0].restart_page_numbers);
    BOOST_TEST((sections[1].restart_page_numbers && sections[1].title_page));
    BOOST_TEST((sections[2].page.orientation == styled::Orientation::Landscape));
    BOOST_TEST((sections[2].page.width == mm(297) && sections[2].page.left == sections[0].page.left));
    BOOST_TEST(applied.document->lists == 3u);
    BOOST_TEST(count_marks(*applied.document) == 3u);  // main text and each appendix
    for (const styled::Section& section : sections)
        BOOST_TEST(std::holds_alternative<styled::Paragraph>(section.blocks.back()));
}

BOOST_AUTO_TEST_CASE(an_appendix_that_the_text_does_not_mention_is_remarked_on) {
    BOOST_TEST(has_code(run_apply(with_appendices(2, "Nội dung.")).out, Code::appendix_not_mentioned));
}

BOOST_AUTO_TEST_CASE(the_size_set_p13_makes_the_body_13_points) {
    model::Document document = plan({block(model::Doan{text("Nội dung.")})});
    document.co_chu = "P13";
    const Applied applied = run_apply(document);
    BOOST_TEST(applied.document->styles[static_cast<std::size_t>(Component::LoiVan)].look.size.count == 26);
    document.co_chu = "P15";
    BOOST_TEST(has_code(run_apply(document).out, Code::unknown_size_set));
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_an_equal_result) {
    BOOST_TEST((run_apply(with_appendices(2)).document == run_apply(with_appendices(2)).document));
}

BOOST_AUTO_TEST_CASE(an_appendix_in_a_file_of_its_own_bears_the_number_it_has_in_the_document) {
    model::Document document = with_appendices(1);
    document.vung.erase(document.vung.begin());
    std::get<model::DauPhuLuc>(document.vung[0].blocks[0].content).thu_tu = 2;
    const Applied applied = run_apply(document);
    require_clean(applied);
    BOOST_TEST(texts(*applied.document, Component::PhuLuc)[0] == "Phụ lục II");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
