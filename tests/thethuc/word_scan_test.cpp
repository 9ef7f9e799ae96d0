// Spelling, names, doubled words, marks and numbers in running text. The faults are those of five real documents and of
// the usual lists of misspellings.
#include "thethuc/word_scan.hpp"

#include "thethuc/text_fixture.hpp"

namespace vanban::thethuc {

BOOST_AUTO_TEST_SUITE(word_scan)

BOOST_AUTO_TEST_CASE(misspellings_are_found_at_their_words) {
    expect_found("Các phòng chịu trách nhiện thực hiện.", "misspelling: trách nhiện");
    expect_found("Báo cáo đợt xuất.", "misspelling: đợt xuất");
    expect_found("Ba triệu đồng chẳn.", "misspelling: chẳn");
    expect_found("Hồ sơ gổm hai bản", "misspelling: gổm");
    expect_found("Tổ chức thăm quan, học tập.", "misspelling: thăm quan");
    expect_found("Đăng trên Công thông tin điện tử tỉnh.", "misspelling: Công thông tin điện tử");
    expect_found("Triển khai khai.", "misspelling: khai khai");
    expect_found("Áp dụng hệ thống HTQLCL (HTQLCL).", "misspelling: hệ thống HTQLCL");
}

BOOST_AUTO_TEST_CASE(words_that_only_look_alike_are_right) {
    expect_nothing("Các phòng chịu trách nhiệm; thành công thông tin đến dân; triển khai khai thác dữ liệu.");
    expect_nothing("Đợt, xuất bản; cán bộ Y tế; cũng cố gắng; lấy ý kiến.");
    expect_nothing("Thăm, quan sát tại chỗ.");
}

BOOST_AUTO_TEST_CASE(the_proposal_keeps_a_capital) {
    BOOST_TEST(proposed_in("Trách nhiện của các phòng.") == "Trách nhiệm");
    BOOST_TEST(proposed_in("Có trách nhiện.") == "trách nhiệm");
    BOOST_TEST(proposed_in("Theo ISO9001: 2015.") == "ISO 9001:2015");
}

BOOST_AUTO_TEST_CASE(standards_and_agencies_have_one_name) {
    expect_found("Theo TCVN ISO 9001: 2015.", "wrong-name: ISO 9001: 2015");
    expect_found("Theo ISO9001:2015.", "wrong-name: ISO9001:2015");
    expect_found("Theo TCVN 9001:2015.", "wrong-name: TCVN 9001:2015");
    expect_found("Gửi Bộ Khoa học Công nghệ xem xét.", "wrong-name: Bộ Khoa học Công nghệ");
    expect_found("Gửi sở Y tế xem xét.", "wrong-name: sở Y tế");
    expect_nothing("Theo TCVN ISO 9001:2015, ISO 9001, TCVN 5699-1:2010; các sở Y tế, Tài chính; cán bộ Y tế.");
}

BOOST_AUTO_TEST_CASE(syllables_that_cannot_be_are_found) {
    expect_found("Hoàn thành công viêc được giao.", "broken-syllable: viêc");
    expect_found("Mua sắm thiếtt bị.", "broken-syllable: thiếtt");
    expect_found("Các đơnvị trực thuộc.", "broken-syllable: đơnvị");
    expect_nothing(
        "Nghiêng, khuỷu, quốc, giữ gìn, gì, huyện, khuya, quýt, thuở, nguyễn, ngoằn ngoèo, xoong, quét, giếng.");
    expect_nothing("Bơm ôtô, bêtông, vắcxin; Đắk Lắk, Krông Pắc; xăng-ti-mét; email, website.");
}

BOOST_AUTO_TEST_CASE(words_typed_twice_are_found) {
    expect_found("Báo cáo của của các phòng.", "doubled-word: của của");
    expect_found("Các đơn vị đơn vị trực thuộc.", "doubled-word: đơn vị đơn vị");
    expect_nothing("Thực hiện hiện đại hóa; nội dung chi chi tiết; từng bước từng bước; luôn luôn; kế hoạch năm năm.");
    expect_nothing("Của, của; các đơn vị, đơn vị khác.");
}

BOOST_AUTO_TEST_CASE(spaces_stand_behind_marks_and_not_before_them) {
    expect_found("Các phòng  thuộc Sở.", "double-space: phòng  ");
    expect_found("Các phòng , đơn vị.", "space-before-mark: phòng ,");
    expect_found("Các phòng,đơn vị.", "missing-space: phòng,đơn");
    expect_found("Hồ sơ (nếu có)hoặc biên bản.", "missing-space: có)hoặc");
    expect_found("Đã xong.Tiếp theo là báo cáo.", "missing-space: xong.Tiếp");
    expect_nothing(
        "Bằng 1,5 lần; xem www.vanban.gov.vn, a@b.vn; TP.HCM; lúc 8:30; 12.500.000 đồng; cán bộ(s); điểm a), b).");
    expect_nothing("Chừa trống ......, ngày ... tháng ...");
}

BOOST_AUTO_TEST_CASE(a_stop_inside_of_a_phrase_is_found) {
    expect_found("Hướng dẫn đào tạo. bồi dưỡng cán bộ.", "lower-case-after-stop: tạo. bồi");
    expect_nothing("Đào tạo. Bồi dưỡng; v.v. và tr. hai; TP. lớn; mục 1. chung.");
}

BOOST_AUTO_TEST_CASE(thousands_are_grouped_by_stops) {
    expect_found("Kinh phí 3,000,000 đồng.", "number-separators: 3,000,000");
    BOOST_TEST(proposed_in("Kinh phí 3,000,000 đồng.") == "3.000.000");
    expect_nothing("Kinh phí 3.000.000 đồng, tăng 1,234 lần; khoản 1,2,3; 10,20,30.");
}

BOOST_AUTO_TEST_CASE(a_promise_ends_with_a_colon) {
    expect_found("Sở ban hành Kế hoạch như sau", "as-follows-without-colon: như sau");
    expect_nothing("Sở ban hành Kế hoạch như sau:");
}

BOOST_AUTO_TEST_CASE(one_document_writes_a_word_in_one_way) {
    const Diagnostics out = check_document(document_of(
        {block(model::Doan{text("Kiểm tra hằng năm, hằng năm.")}), block(model::Doan{text("Báo cáo hàng năm.")})}));
    BOOST_REQUIRE_EQUAL(out.items().size(), 1u);
    const Diagnostic& finding = out.items().front();
    BOOST_TEST((finding.code == Code::mixed_variants));
    BOOST_TEST((finding.severity == Severity::Note));
    BOOST_TEST(finding.args.at(0) == "hàng năm");
    BOOST_TEST(finding.notes.at(0).span.begin == std::string("Kiểm tra ").size());
    expect_nothing("Hàng năm; hàng năm; Thanh Hoá, hóa chất.");
}

BOOST_AUTO_TEST_CASE(an_appendix_that_is_mentioned_is_there) {
    expect_found("Chi tiết tại Phụ lục II.", "appendix-absent: Phụ lục II");
    expect_found("Nội dung theo phụ lục kèm theo.", "appendix-absent: phụ lục kèm theo");
    expect_nothing("Theo Phụ lục I Nghị định số 30/2020/NĐ-CP; Phụ lục III ban hành kèm theo Thông tư này.");
    model::DauPhuLuc head;
    const Diagnostics out = check_document(
        document_of({block(so_y_te()), block(model::Doan{text("Chi tiết tại phụ lục kèm theo.")}), block(head)}));
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_CASE(a_rule_that_is_ignored_says_nothing) {
    const auto document = document_of({block(model::Doan{text("Có trách nhiện.")})});
    BOOST_TEST(!check_document(document).empty());
    BOOST_TEST(check_document(document, {Code::misspelling}).empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
