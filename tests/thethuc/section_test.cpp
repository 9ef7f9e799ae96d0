// Titles and their rules, articles, addressees, attached documents, copies, what stands around page 1.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

using Lines = std::vector<std::string>;
using model::CapBac;

model::Block de_muc(CapBac cap, std::string value, bool heading = false) {
    return block(model::DeMuc{cap, heading, text(std::move(value))});
}

/// A document of one section with these blocks.
model::Document of(std::vector<model::Block> blocks) {
    model::Document document;
    document.vung.emplace_back();
    document.vung[0].blocks = std::move(blocks);
    return document;
}

/// Names of the styles of the top-level paragraphs, tables as "-".
std::string outline(const styled::Document& document) {
    std::string result;
    for (const styled::Block& b : document.sections[0].blocks) {
        const auto* paragraph = std::get_if<styled::Paragraph>(&b);
        result +=
            (result.empty() ? "" : " ") + (paragraph ? document.styles[paragraph->style.index].id : std::string("-"));
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(section_suite)

BOOST_AUTO_TEST_CASE(the_rule_stands_below_the_last_line_of_the_title_whatever_that_is) {
    const model::KemTheo kem_theo{"quyet-dinh", {15, "QĐ-SYT"}, {2026, 2, 5}, "Sở Y tế"};
    const Applied plain = run_apply(of({block(model::TenLoai{"giay-moi"}), block(model::Doan{text("Mời")})}));
    require_clean(plain);
    BOOST_TEST(outline(*plain.document) == "TenLoai DuongKe LoiVan");
    const Applied attached = run_apply(of({block(model::TenLoai{"quy-che"}), block(model::TrichYeu{text("Làm việc")}),
                                           block(kem_theo), block(model::Doan{text("Nội dung")})}));
    require_clean(attached);
    BOOST_TEST(outline(*attached.document) == "TenLoai TrichYeu KemTheo DuongKe LoiVan");
    BOOST_TEST(texts(*attached.document, Component::KemTheo)[0] ==
               "(Kèm theo Quyết định số 15/QĐ-SYT ngày 05 tháng 02 năm 2026 của Sở Y tế)");
}

BOOST_AUTO_TEST_CASE(a_decision_names_its_authority_and_its_words_of_enactment) {
    const Applied applied =
        run_apply(of({block(model::ThamQuyen{text("Giám đốc Sở Y tế")}), block(model::CanCu{text("Căn cứ A")}),
                      block(model::LoiBanHanh{text("Quyết định")}), de_muc(CapBac::Dieu, "Ban hành.")}));
    require_clean(applied);
    BOOST_TEST(texts(*applied.document, Component::ThamQuyen)[0] == "GIÁM ĐỐC SỞ Y TẾ");
    BOOST_TEST(texts(*applied.document, Component::LoiBanHanh)[0] == "QUYẾT ĐỊNH:");
    BOOST_TEST(texts(*applied.document, Component::Dieu)[0] == "Ban hành./.");
}

BOOST_AUTO_TEST_CASE(articles_run_through_the_chapters_and_chapters_through_the_parts) {
    const Applied applied = run_apply(
        of({de_muc(CapBac::Phan, "Một", true), de_muc(CapBac::Chuong, "Chung", true), de_muc(CapBac::Dieu, "a", true),
            de_muc(CapBac::Chuong, "Riêng", true), de_muc(CapBac::Muc, "M", true), de_muc(CapBac::TieuMuc, "T", true),
            de_muc(CapBac::Dieu, "b", true), de_muc(CapBac::Phan, "Hai", true), de_muc(CapBac::Chuong, "Cuối", true),
            de_muc(CapBac::Muc, "N", true), de_muc(CapBac::Dieu, "c", true), block(model::Doan{text("Hết.")})}));
    require_clean(applied);
    const Lines outer{"Phần I", "Chương I", "Chương II", "Phần II", "Chương III"};
    BOOST_TEST(texts(*applied.document, Component::NhanPhan) == outer, boost::test_tools::per_element());
    const Lines inner{"Mục 1", "Tiểu mục 1", "Mục 1"};
    BOOST_TEST(texts(*applied.document, Component::NhanMuc) == inner, boost::test_tools::per_element());
    BOOST_TEST(texts(*applied.document, Component::TieuDePhan)[1] == "CHUNG");
    for_each_paragraph(*applied.document, [](const styled::Paragraph& p) { BOOST_TEST(p.list == 0u); });
}

BOOST_AUTO_TEST_CASE(sections_with_roman_numbers_start_again_in_each_part) {
    const Applied applied = run_apply(
        of({de_muc(CapBac::Phan, "Một", true), de_muc(CapBac::MucLaMa, "a", true), de_muc(CapBac::Phan, "Hai", true),
            de_muc(CapBac::MucLaMa, "b", true), block(model::Doan{text("x")})}));
    require_clean(applied);
    std::vector<int> lists;
    for_each_paragraph(*applied.document, [&](const styled::Paragraph& p) {
        if (p.style.index == static_cast<std::size_t>(Component::MucLaMa)) lists.push_back(p.list);
    });
    BOOST_TEST((lists == std::vector<int>{0, 1}));
}

BOOST_AUTO_TEST_CASE(points_start_again_in_each_clause_also_after_a_wide_section) {
    model::Document document = of({de_muc(CapBac::Khoan, "k"), de_muc(CapBac::Diem, "x"), de_muc(CapBac::Diem, "y")});
    document.vung.emplace_back();
    document.vung[1].huong = model::Huong::Ngang;
    document.vung[1].blocks = {de_muc(CapBac::Diem, "z"), de_muc(CapBac::Khoan, "k"), de_muc(CapBac::Diem, "t")};
    const Applied applied = run_apply(document);
    require_clean(applied);
    const Lines expected{"a) x", "b) y./.", "c) z", "a) t./."};
    BOOST_TEST(texts(*applied.document, Component::Diem) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(one_addressee_stands_behind_the_colon_several_below_it) {
    const Applied one =
        run_apply(of({block(model::KinhGui{"", {text("Sở Tài chính.")}}), block(model::Doan{text("x")})}));
    BOOST_TEST(texts(*one.document, Component::KinhGui)[0] == "Kính gửi: Sở Tài chính");
    const Applied many = run_apply(
        of({block(model::KinhGui{"Giám đốc Sở Y tế điện", {text("A"), text("B")}}), block(model::Doan{text("x")})}));
    BOOST_TEST(texts(*many.document, Component::KinhGui)[0] == "Giám đốc Sở Y tế điện:");
    const Lines expected{"- A;", "- B."};
    BOOST_TEST(texts(*many.document, Component::KinhGuiNoi) == expected, boost::test_tools::per_element());
    const auto& fonts = font::times_new_roman();
    const auto& style = many.document->styles[static_cast<std::size_t>(Component::KinhGuiNoi)];
    BOOST_TEST((style.left + style.first_line == mm(35) + fonts.width("Kính gửi", font_pt(14), {})));
}

BOOST_AUTO_TEST_CASE(a_form_has_no_end_mark) {
    model::Document document = of({block(model::Doan{text("Đơn vị được đánh giá: Văn phòng")})});
    document.vung[0].dau_het = false;
    BOOST_TEST(texts(*run_apply(document).document, Component::LoiVan)[0] == "Đơn vị được đánh giá: Văn phòng");
}

BOOST_AUTO_TEST_CASE(an_attached_document_has_a_letterhead_without_number_and_date) {
    model::DauVanBan dau = so_y_te();
    dau.so_ky_hieu.reset();
    dau.dia_danh_thoi_gian.reset();
    const Applied applied = run_apply(of({block(dau), block(model::Doan{text("x")})}));
    BOOST_TEST(std::get<styled::Table>(applied.document->sections[0].blocks[0]).rows.size() == 1u);
}

BOOST_AUTO_TEST_CASE(letterhead_and_signatures_reach_across_a_landscape_page) {
    model::NguoiKy signer;
    signer.ho_ten = "Lê An";
    model::Document document =
        of({block(so_y_te()), block(model::Doan{text("x")}), block(model::ChuKy{{signer, signer}})});
    document.vung[0].huong = model::Huong::Ngang;
    const Applied applied = run_apply(document);
    const styled::Section& section = applied.document->sections[0];
    std::vector<std::int32_t> widths;
    for (const styled::Block& one : section.blocks) {
        const auto* table = std::get_if<styled::Table>(&one);
        if (!table) continue;
        widths.push_back(0);
        for (const Twip column : table->grid) widths.back() += column.count;
    }
    const std::int32_t whole = section.page.text_width().count;
    const std::vector<std::int32_t> expected{whole, whole / 2 * 2};
    BOOST_TEST(widths == expected, boost::test_tools::per_element());
    BOOST_TEST(whole == mm(297 - 45).count);
}

BOOST_AUTO_TEST_CASE(a_title_without_a_type_keeps_the_distance_of_one) {
    const Applied alone = run_apply(of({block(so_y_te()), block(model::TrichYeu{text("DỰ TOÁN")})}));
    const auto first = [](const Applied& applied) {
        for (const styled::Block& one : applied.document->sections[0].blocks) {
            const auto* paragraph = std::get_if<styled::Paragraph>(&one);
            if (paragraph && paragraph->style.index == static_cast<std::size_t>(Component::TrichYeu)) return *paragraph;
        }
        return styled::Paragraph{};
    };
    const auto& style = alone.document->styles[static_cast<std::size_t>(Component::TenLoai)];
    BOOST_TEST((first(alone).extra_before == style.before));
    const Applied named = run_apply(
        of({block(so_y_te()), block(model::TenLoai{"ke-hoach"}), block(model::TrichYeu{text("Công tác năm 2026")})}));
    BOOST_TEST(first(named).extra_before.count == 0);
}

BOOST_AUTO_TEST_CASE(the_address_stands_at_the_foot_of_page_one_below_a_rule_across_the_text) {
    model::DauVanBan dau = so_y_te();
    dau.dia_chi = {text("Số 5, đường Võ Trường Toản"), text("ĐT: 0277 3851 234")};
    const Applied applied = run_apply(of({block(dau), block(model::Doan{text("x")})}));
    const auto& footer = applied.document->sections[0].first_footer;
    BOOST_REQUIRE(footer.size() == 3u);
    BOOST_TEST((std::get<styled::Rule>(std::get<styled::Paragraph>(footer[0]).runs[0]).length ==
                applied.document->sections[0].page.text_width()));
    BOOST_TEST(text_of(std::get<styled::Paragraph>(footer[1])) == "Số 5, đường Võ Trường Toản");
}

BOOST_AUTO_TEST_CASE(a_copy_has_its_own_head_below_a_rule_across_the_text) {
    const model::DauBanSao copy{"sao-y", {"Văn phòng Sở Y tế"}, {7, "SY-VP"}, {"Đồng Tháp", {2026, 3, 9}}};
    const Applied applied = run_apply(plan({block(model::Doan{text("x")})}));
    model::Document document = plan({block(model::Doan{text("x")})});
    model::KetThuc foot;
    foot.noi_nhan = {text("Lưu: VT")};
    foot.nguoi_ky = {giam_doc()};
    document.vung[0].blocks.push_back(block(copy));
    document.vung[0].blocks.push_back(block(foot));
    const Applied copied = run_apply(document);
    require_clean(copied);
    BOOST_TEST(texts(*copied.document, Component::DauBanSao)[0] == "SAO Y");
    BOOST_TEST(texts(*copied.document, Component::SoKyHieu)[1] == "Số: 07/SY-VP");
    BOOST_TEST(texts(*copied.document, Component::LoiVan)[0] == "x./.");
    BOOST_TEST((rules(*copied.document).back().length < rules(*copied.document)[3].length));
}

BOOST_AUTO_TEST_CASE(an_unknown_form_of_copy_is_named_with_the_known_ones) {
    const model::DauBanSao copy{"sao-chep", {"Sở Y tế"}, {7, "SY-SYT"}, {"Đồng Tháp", {2026, 3, 9}}};
    const Applied applied = run_apply(of({block(model::Doan{text("x")}), block(copy)}));
    BOOST_TEST(!applied.document);
    BOOST_TEST(has_code(applied.out, Code::unknown_copy_form));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
