// Signature blocks in all variants of khoản 7, and recipients.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

using model::NguoiKy;
using model::QuyenHan;
using Lines = std::vector<std::string>;

NguoiKy signer(std::vector<QuyenHan> authority, std::string head, std::string own) {
    NguoiKy result = giam_doc();
    result.quyen_han = std::move(authority);
    result.chuc_vu_cap_truong = std::move(head);
    result.chuc_vu = std::move(own);
    return result;
}

Applied signed_by(NguoiKy who) {
    return run_apply(plan({block(model::Doan{text("Nội dung.")})}, std::move(who)));
}

Lines titles(const NguoiKy& who) {
    const Applied applied = signed_by(who);
    require_clean(applied);
    Lines lines = texts(*applied.document, Component::QuyenHan);
    for (std::string& line : texts(*applied.document, Component::ChucVu)) lines.push_back(std::move(line));
    return lines;
}

void check_titles(const NguoiKy& who, const Lines& expected) {
    BOOST_TEST(titles(who) == expected, boost::test_tools::per_element());
}

Applied with_recipients(std::vector<std::string> items) {
    model::Document document = plan({block(model::Doan{text("Nội dung.")})});
    auto& foot = std::get<model::KetThuc>(document.vung[0].blocks.back().content);
    foot.noi_nhan.clear();
    for (std::string& item : items) foot.noi_nhan.push_back(text(std::move(item)));
    return run_apply(document);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(foot)

BOOST_AUTO_TEST_CASE(a_title_holds_no_authority) {
    for (const char* title : {"KT.Giám đốc", "KT Giám đốc", "T/M Ủy ban nhân dân", "TUQ. Giám đốc", "Q. Giám đốc"})
        BOOST_TEST(has_code(signed_by(signer({}, "", title)).out, Code::title_with_authority), title);
    for (const char* title : {"Giám đốc", "Quyền Giám đốc", "Trưởng ban", "TTXVN"})
        BOOST_TEST(!has_code(signed_by(signer({}, "", title)).out, Code::title_with_authority), title);
}

BOOST_AUTO_TEST_CASE(the_head_signs_with_the_title_alone) {
    check_titles(giam_doc(), {"GIÁM ĐỐC"});
}

BOOST_AUTO_TEST_CASE(a_deputy_signs_for_the_head) {
    check_titles(signer({QuyenHan::KT}, "Giám đốc", "Phó Giám đốc"), {"KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"});
}

BOOST_AUTO_TEST_CASE(an_acting_head_has_one_line) {
    check_titles(signer({QuyenHan::Q}, "", "Giám đốc"), {"Q. GIÁM ĐỐC"});
}

BOOST_AUTO_TEST_CASE(a_chairman_signs_for_the_collective) {
    NguoiKy who = signer({QuyenHan::TM}, "", "Chủ tịch");
    who.tap_the = "Ủy ban nhân dân";
    check_titles(who, {"TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"});
}

BOOST_AUTO_TEST_CASE(a_vice_chairman_signs_for_collective_and_chairman) {
    NguoiKy who = signer({QuyenHan::TM, QuyenHan::KT}, "Chủ tịch", "Phó Chủ tịch");
    who.tap_the = "Ủy ban nhân dân";
    check_titles(who, {"TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"});
}

BOOST_AUTO_TEST_CASE(a_unit_head_signs_by_order) {
    check_titles(signer({QuyenHan::TL}, "Giám đốc", "Chánh Văn phòng"), {"TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG"});
}

BOOST_AUTO_TEST_CASE(a_deputy_unit_head_signs_by_order_for_the_unit_head) {
    NguoiKy who = signer({QuyenHan::TL, QuyenHan::KT}, "Chủ tịch", "Phó Chánh Văn phòng");
    who.chuc_vu_truong_don_vi = "Chánh Văn phòng";
    check_titles(who, {"TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG"});
}

BOOST_AUTO_TEST_CASE(an_authorised_person_signs_with_tuq) {
    check_titles(signer({QuyenHan::TUQ}, "Giám đốc", "Trưởng phòng Tổ chức - Hành chính"),
                 {"TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔ CHỨC - HÀNH CHÍNH"});
}

BOOST_AUTO_TEST_CASE(an_advisory_body_shows_the_title_in_the_agency_above_the_name) {
    NguoiKy who = signer({}, "", "Trưởng ban");
    who.chuc_vu_co_quan = "Giám đốc Sở Y tế";
    const Applied applied = signed_by(who);
    require_clean(applied);
    BOOST_TEST(texts(*applied.document, Component::ChucVuCoQuan)[0] == "GIÁM ĐỐC SỞ Y TẾ");
    BOOST_TEST(texts(*applied.document, Component::HoTenSauChucVu)[0] == "Nguyễn Văn An");
}

BOOST_AUTO_TEST_CASE(what_the_decree_forbids_is_reported) {
    const auto code_of = [](const NguoiKy& who, Code code) { return has_code(signed_by(who).out, code); };
    BOOST_TEST(code_of(signer({QuyenHan::KT}, "", "Phó Giám đốc"), Code::missing_head_title));
    BOOST_TEST(code_of(signer({QuyenHan::KT}, "Giám đốc", "Chánh Văn phòng"), Code::kt_without_deputy));
    BOOST_TEST(code_of(signer({}, "", "Phó Giám đốc"), Code::deputy_without_kt));
    BOOST_TEST(code_of(signer({QuyenHan::TUQ, QuyenHan::KT}, "Giám đốc", "Phó Giám đốc"), Code::authority_clash));
    BOOST_TEST(code_of(signer({QuyenHan::Q}, "", "Phó Giám đốc"), Code::acting_deputy));
    BOOST_TEST(code_of(signer({QuyenHan::TM}, "", "Chủ tịch"), Code::missing_collective));
    BOOST_TEST(code_of(signer({QuyenHan::TL, QuyenHan::KT}, "Giám đốc", "Phó Chánh Văn phòng"),
                       Code::missing_unit_head_title));
    BOOST_TEST(code_of(signer({}, "Giám đốc", "Giám đốc"), Code::unused_signer_field));
    NguoiKy nameless = giam_doc();
    nameless.ho_ten.clear();
    BOOST_TEST(code_of(nameless, Code::missing_signer_name));
}

BOOST_AUTO_TEST_CASE(names_keep_to_the_rules_or_are_remarked_on) {
    NguoiKy who = giam_doc();
    who.ho_ten = "ThS. Nguyễn Văn An";
    BOOST_TEST(has_code(signed_by(who).out, Code::academic_title));
    who.ho_ten = "NGUYỄN THỊ ĐƯỢC";
    const Applied applied = signed_by(who);
    BOOST_TEST(has_code(applied.out, Code::name_in_capitals));
    BOOST_TEST(texts(*applied.document, Component::HoTen)[0] == "Nguyễn Thị Được");
}

BOOST_AUTO_TEST_CASE(a_committee_document_signed_without_tm_is_remarked_on) {
    model::DauVanBan dau = so_y_te();
    dau.chu_quan.clear();
    dau.ban_hanh = {"UBND tỉnh Đồng Tháp"};
    NguoiKy chairman = signer({}, "", "Chủ tịch");
    BOOST_TEST(has_code(run_apply(plan({block(model::Doan{text("Nội dung.")})}, chairman, dau)).out,
                        Code::collective_without_tm));
}

BOOST_AUTO_TEST_CASE(recipients_get_dashes_and_end_marks) {
    const Applied applied = with_recipients({"Sở KH&CN (b/c);", "- Các phòng thuộc Sở.", "Lưu: VT, VP."});
    require_clean(applied);
    const Lines expected{"- Sở KH&CN (b/c);", "- Các phòng thuộc Sở;", "- Lưu: VT, VP."};
    BOOST_TEST(texts(*applied.document, Component::NoiNhanNoi) == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_filing_line_is_mended_and_moved_to_the_end) {
    const Applied mended = with_recipients({"Như Điều 3", "Lưu VT."});
    BOOST_TEST(has_code(mended.out, Code::mended_luu));
    BOOST_TEST(texts(*mended.document, Component::NoiNhanNoi).back() == "- Lưu: VT.");
    const Applied moved = with_recipients({"Lưu: VT", "Các phòng"});
    BOOST_TEST(has_code(moved.out, Code::misplaced_luu));
    BOOST_TEST(texts(*moved.document, Component::NoiNhanNoi).back() == "- Lưu: VT.");
    BOOST_TEST(has_code(with_recipients({"Các phòng"}).out, Code::missing_luu));
}

BOOST_AUTO_TEST_CASE(as_above_needs_an_addressee) {
    BOOST_TEST(has_code(with_recipients({"Như trên", "Lưu: VT"}).out, Code::as_above_without_addressee));
}

BOOST_AUTO_TEST_CASE(the_foot_is_one_row_that_stays_with_the_text_above) {
    const Applied applied = signed_by(giam_doc());
    const auto& blocks = applied.document->sections[0].blocks;
    const auto& table = std::get<styled::Table>(blocks[blocks.size() - 2]);
    BOOST_TEST(table.rows.size() == 1u);
    BOOST_TEST(table.rows[0].cant_split);
    BOOST_TEST(std::get<styled::Paragraph>(blocks[blocks.size() - 3]).keep_next);
}

BOOST_AUTO_TEST_CASE(recipients_below_several_signers_are_a_row_that_stays_with_the_signatures) {
    const std::vector<NguoiKy> signers{signer({}, "", "Thư ký"), giam_doc()};
    model::Document in_foot = plan({block(model::Doan{text("Nội dung.")})});
    std::get<model::KetThuc>(in_foot.vung[0].blocks.back().content).nguoi_ky = signers;
    model::Document before = plan({block(model::Doan{text("Nội dung.")}), block(model::ChuKy{signers})});
    std::get<model::KetThuc>(before.vung[0].blocks.back().content).nguoi_ky.clear();
    for (const model::Document& document : {in_foot, before}) {
        const Applied applied = run_apply(document);
        const auto& blocks = applied.document->sections[0].blocks;
        const auto& table = std::get<styled::Table>(blocks[blocks.size() - 2]);
        BOOST_TEST_REQUIRE(table.rows.size() == 2u);
        for (const styled::Cell& cell : table.rows[0].cells)
            for (const styled::Paragraph& paragraph : cell.paragraphs) BOOST_TEST(paragraph.keep_next);
        BOOST_TEST_REQUIRE(table.rows[1].cells.size() == 1u);
        BOOST_TEST(table.rows[1].cells[0].grid_span == 2);
        BOOST_TEST(table.rows[1].cant_split);
        BOOST_TEST(table.rows[1].cells[0].paragraphs.size() > 1u);
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
