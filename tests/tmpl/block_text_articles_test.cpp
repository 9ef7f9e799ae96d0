// Tests of model A in block text: Phần, Chương, Mục, Tiểu mục, Điều.
#include <boost/test/unit_test.hpp>

#include "tmpl/block_text_support.hpp"

using namespace vanban::tmpl::test;

BOOST_AUTO_TEST_SUITE(block_text_articles)

BOOST_AUTO_TEST_CASE(words_make_the_levels_of_headings_whatever_their_depth) {
    expect(
        "# Phần I. Chung\n# Chương I: Quy định chung\n## Mục 1. Một\n### Tiểu mục 1. Hai\n#### Điều 1. Phạm vi\n"
        "# Điều 2: Đối tượng",
        "phan # [Chung]\nchuong # [Quy định chung]\nmuc # [Một]\ntieu-muc # [Hai]\ndieu # [Phạm vi]\n"
        "dieu # [Đối tượng]\n");
    expect("# CHƯƠNG I. QUY ĐỊNH CHUNG\n# ĐIỀU 1. PHẠM VI", "chuong # [QUY ĐỊNH CHUNG]\ndieu # [PHẠM VI]\n");
    expect("# **Điều 1.** Phạm *vi*", "dieu # [Phạm ]i[vi]\n");
}

BOOST_AUTO_TEST_CASE(words_that_are_no_labels_stay_text) {
    expect("# Mục đích", "I. # [Mục đích]\n");
    expect("# Phần mềm\n# Điều kiện\n# Mục 1.2. Khác", "I. # [Phần mềm]\nI. # [Điều kiện]\nI. # [Mục 1.2. Khác]\n");
    expect("# Điều 4 Nghị định số 30", "I. # [Điều 4 Nghị định số 30]\n");
    expect("# Mục C1. Khác\n# Phần IIII. Sai", "I. # [Mục C1. Khác]\nI. # [Phần IIII. Sai]\n");
    expect("# Điều 1\\. Khác", "I. # [Điều 1. Khác]\n");
    expect("#### Khác", "", "unsupported-markup@####");
}

BOOST_AUTO_TEST_CASE(a_paragraph_that_begins_with_dieu_is_one_without_heading) {
    expect("Điều 1. Phê duyệt Kế hoạch.\n\nĐiều 2: Thi hành\nngay.",
           "dieu [Phê duyệt Kế hoạch.]\ndieu [Thi hành ngay.]\n");
    expect("**Điều 1.** Phê duyệt **Kế hoạch**", "dieu [Phê duyệt ]b[Kế hoạch]\n");
    expect("**Điều 1**. Phê duyệt", "dieu [Phê duyệt]\n");
    expect("**Điều 1. Phạm vi**", "dieu b[Phạm vi]\n");
    expect("Điều 1.\nPhê duyệt", "dieu [Phê duyệt]\n");
    expect("Điều\u00A01. {{ x }}", "dieu [{x}]\n");
    expect("Điều 1.Phê duyệt", "dieu [Phê duyệt]\n");
}

BOOST_AUTO_TEST_CASE(each_line_may_begin_a_dieu) {
    expect("Điều 1. Một\nĐiều 2. Hai\n1. Khoản\n2. Khoản\nĐiều 3. Ba\n1. Khoản",
           "dieu [Một]\ndieu [Hai]\n1. [Khoản]\n1. [Khoản]\ndieu [Ba]\n1. [Khoản]\n");
}

BOOST_AUTO_TEST_CASE(a_reference_is_no_dieu) {
    expect("Điều 4 Nghị định số 30/2020/NĐ-CP quy định", "doan [Điều 4 Nghị định số 30/2020/NĐ-CP quy định]\n");
    expect("Căn cứ\nĐiều 5\nNghị định", "doan [Căn cứ Điều 5 Nghị định]\n");
    expect("Theo Điều 5. Hết", "doan [Theo Điều 5. Hết]\n");
    expect("Điều 5a. Hết\n\nĐiều 1\\. Hết", "doan [Điều 5a. Hết]\ndoan [Điều 1. Hết]\n");
    expect("- Điều 5. Hết", "- [Điều 5. Hết]\n");
    expect("Chương II. Hết", "doan [Chương II. Hết]\n");
}

BOOST_AUTO_TEST_CASE(items_below_a_dieu_are_khoan_and_diem) {
    expect("# Điều 1. Phạm vi\n1. Một\n   1. Sâu\n2. Hai:\na) A\nb) B\n\nĐiều 2. Khác:\na) C",
           "dieu # [Phạm vi]\n1. [Một]\na) [Sâu]\n1. [Hai:]\na) [A]\na) [B]\ndieu [Khác:]\na) [C]\n");
    expect("# Chương I. Chung\n1. Một", "chuong # [Chung]\n1. [Một]\n");
    expect("## Khoản\n1. điểm\nĐiều 1. Một\n2. khoản", "1. # [Khoản]\na) [điểm]\ndieu [Một]\n1. [khoản]\n",
           "number-will-change@2.");
}

BOOST_AUTO_TEST_CASE(dieu_and_chuong_run_on_and_muc_start_again) {
    expect(
        "# Phần I. P\n# Chương I. C\n# Mục 1. M\n# Tiểu mục 1. T\n# Điều 1. D\n# Mục 2. M\n# Tiểu mục 1. T\n"
        "# Phần II. P\n# Chương II. C\n# Mục 1. M\n# Điều 2. D\n1. k\n\n# Điều 3. D\n1. k",
        "phan # [P]\nchuong # [C]\nmuc # [M]\ntieu-muc # [T]\ndieu # [D]\nmuc # [M]\ntieu-muc # [T]\nphan # [P]\n"
        "chuong # [C]\nmuc # [M]\ndieu # [D]\n1. [k]\ndieu # [D]\n1. [k]\n");
}

BOOST_AUTO_TEST_CASE(a_number_that_will_print_otherwise_is_a_warning_at_the_number) {
    expect("# Chương II. C\n# Mục 2. M\n# Điều 5. D\n\n**Điều 3.** E",
           "chuong # [C]\nmuc # [M]\ndieu # [D]\ndieu [E]\n",
           "number-will-change@II | number-will-change@2 | number-will-change@5 | number-will-change@3");
    expect("# Chương 1. C\n# Mục I. M", "chuong # [C]\nmuc # [M]\n");
    expect("Điều 1. Một\n\n{{ bang }}\n\nĐiều 7. Hai", "dieu [Một]\nchen bang\ndieu [Hai]\n");
    expect("Điều 99999999999. Lớn", "doan [Điều 99999999999. Lớn]\n");
}

BOOST_AUTO_TEST_CASE(labels_without_text_are_errors) {
    expect("# Chương I", "", "empty-heading@Chương I");
    expect("# Điều 1.", "", "empty-heading@Điều 1.");
    expect("Điều 1.\n\nChữ", "", "empty-article@Điều 1.");
    expect("**Điều 1.**\n1. Một", "", "empty-article@Điều 1.");
}

BOOST_AUTO_TEST_CASE(roman_sections_do_not_go_together_with_dieu) {
    expect("# Mục đích\n\nĐiều 1. Một\n\nĐiều 2. Hai", "", "level-mix@Điều 1.");
    expect("# Điều 1. Một\n# Mục đích\n# Yêu cầu", "", "level-mix@Mục đích");
    expect("# Phần I. Một\n# Mục đích", "phan # [Một]\nI. # [Mục đích]\n");
}

BOOST_AUTO_TEST_CASE(headings_of_dieu_lose_their_end_mark) {
    expect("# Điều 1. Phạm vi.", "dieu # [Phạm vi]\n", "heading-end-mark@.");
}

BOOST_AUTO_TEST_SUITE_END()
