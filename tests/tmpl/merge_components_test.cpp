// Tests of the components of the decree's forms, as templates say them.
#include <boost/test/unit_test.hpp>

#include "tmpl/template_support.hpp"

using namespace vanban;
using namespace vanban::tmpl::test;

BOOST_AUTO_TEST_SUITE(merge_components)

BOOST_AUTO_TEST_CASE(a_vung_may_have_no_end_mark) {
    BOOST_TEST(merged("<vung dau-het=\"khong\"><doan>a</doan></vung><vung dau-het=\"{{ x }}\"><doan>b</doan></vung>",
                      "x: co") == "vung doc tiep khong-dau-het\n  doan \"a\"\nvung doc tiep\n  doan \"b\"\n");
    BOOST_TEST(merged("<vung dau-het=\"{{ x }}\"><doan>b</doan></vung>", "x: thôi") == "bad-attribute-value@thôi");
    BOOST_TEST(merged("<vung dau-het=\"thôi\"/>") == "bad-attribute-value@thôi");
}

BOOST_AUTO_TEST_CASE(the_letterhead_takes_marks_and_address_lines) {
    BOOST_TEST(blocks("<dau-van-ban do-mat=\"{{ mat }}\" do-khan=\"hoa-toc\" luu-hanh=\"{{ null }}\" ky-so=\"SAO Y\">"
                      "<ban-hanh>A</ban-hanh><lap bien=\"d\" trong=\"dc\"><dia-chi>{{ d }}</dia-chi></lap>"
                      "<dia-chi><neu dieu-kien=\"false\">x</neu></dia-chi></dau-van-ban>",
                      "{mat: mat, dc: [Số 1, 'ĐT: 2']}") ==
               "  dau-van-ban chu-quan=[] ban-hanh=[\"A\"] do-mat=\"mat\" do-khan=\"hoa-toc\" "
               "dia-chi=[\"Số 1\", \"ĐT: 2\"] ky-so=\"SAO Y\"\n");
}

BOOST_AUTO_TEST_CASE(decisions_have_an_authority_and_words_that_enact) {
    BOOST_TEST(blocks("<tham-quyen>Giám đốc {{ x }}</tham-quyen><loi-ban-hanh>Quyết định</loi-ban-hanh>",
                      "x: Sở Y tế") == "  tham-quyen \"Giám đốc Sở Y tế\"\n  loi-ban-hanh \"Quyết định\"\n");
    BOOST_TEST(merged("<tham-quyen/><loi-ban-hanh> </loi-ban-hanh>") ==
               "empty-component@tham-quyen | empty-component@loi-ban-hanh");
}

BOOST_AUTO_TEST_CASE(addressees_may_have_other_words_in_front) {
    BOOST_TEST(blocks("<kinh-gui nhan=\"{{ n }} điện\"><noi>A</noi></kinh-gui><kinh-gui nhan=\"{{ null }}\">"
                      "<noi>B</noi></kinh-gui>",
                      "n: Bộ Y tế") == "  kinh-gui [\"A\"] nhan=\"Bộ Y tế điện\"\n  kinh-gui [\"B\"]\n");
}

BOOST_AUTO_TEST_CASE(recipients_know_the_drafter_and_the_copies) {
    BOOST_TEST(
        blocks("<ket-thuc><noi-nhan nguoi-soan=\"{{ s }}\" so-ban=\"{{ b }}\"><noi>VT</noi></noi-nhan></ket-thuc>",
               "{s: PL, b: 300}") == "  ket-thuc noi-nhan=[\"VT\"] nguoi-soan=\"PL\" so-ban=300\n");
    BOOST_TEST(blocks("<ket-thuc><noi-nhan nguoi-soan=\"{{ null }}\" so-ban=\"{{ null }}\"/></ket-thuc>") ==
               "  ket-thuc noi-nhan=[]\n");
    BOOST_TEST(merged("<ket-thuc><noi-nhan so-ban=\"{{ b }}\"/></ket-thuc>", "b: 1000") == "number-out-of-range@1000");
}

BOOST_AUTO_TEST_CASE(several_sign_side_by_side) {
    BOOST_TEST(blocks("<chu-ky><lap bien=\"k\" trong=\"ds\"><nguoi-ky ben=\"Đại diện bên {{ k.ben }}\" "
                      "chuc-vu=\"{{ k.cv }}\" ho-ten=\"{{ k.ten }}\"/></lap></chu-ky>",
                      "ds: [{ben: A, cv: Giám đốc, ten: X}, {ben: B, cv: Trưởng ban, ten: null}]") ==
               "  chu-ky\n    nguoi-ky chuc-vu=\"Giám đốc\" ho-ten=\"X\" ben=\"Đại diện bên A\"\n"
               "    nguoi-ky chuc-vu=\"Trưởng ban\" ben=\"Đại diện bên B\"\n");
    BOOST_TEST(merged("<chu-ky/>") == "missing-part@chu-ky");
    BOOST_TEST(merged("<chu-ky><noi-nhan/></chu-ky>") == "misplaced-element@noi-nhan");
}

BOOST_AUTO_TEST_CASE(a_signature_may_have_its_own_place_date_and_note) {
    BOOST_TEST(blocks("<chu-ky><nguoi-ky chuc-vu=\"A\" dia-danh=\"{{ d }}\" ngay=\"{{ n }}\" ghi-chu=\"(Ký)\"/>"
                      "<nguoi-ky chuc-vu=\"B\" dia-danh=\"{{ null }}\" ngay=\"{{ null }}\"/>"
                      "<nguoi-ky chuc-vu=\"C\" ngay=\"{{ n }}\"/></chu-ky>",
                      "{d: Huế, n: 5/2026}") ==
               "  chu-ky\n    nguoi-ky chuc-vu=\"A\" dia-danh=\"Huế\" ngay=-/5/2026 ghi-chu=\"(Ký)\"\n"
               "    nguoi-ky chuc-vu=\"B\"\n    nguoi-ky chuc-vu=\"C\" dia-danh=\"\" ngay=-/5/2026\n");
}

BOOST_AUTO_TEST_CASE(pictures_have_a_width_in_millimetres) {
    const auto signer = [](std::string data) {
        return blocks(
            "<chu-ky><nguoi-ky chu-ky=\"{{ t }}\" chu-ky-rong=\"{{ r }}\" con-dau=\"dau.png\" "
            "con-dau-rong=\"36.5\"/></chu-ky>",
            std::move(data));
    };
    const std::string seal = " con-dau=\"dau.png\" 2069tw\n";
    BOOST_TEST(signer("{t: ky.png, r: 30}") == "  chu-ky\n    nguoi-ky chu-ky=\"ky.png\" 1701tw" + seal);
    BOOST_TEST(signer("{t: ky.png, r: 25.4}") == "  chu-ky\n    nguoi-ky chu-ky=\"ky.png\" 1440tw" + seal);
    BOOST_TEST(signer("{t: ky.png, r: null}") == "  chu-ky\n    nguoi-ky chu-ky=\"ky.png\"" + seal);
    BOOST_TEST(signer("{t: null, r: 0}") == "  chu-ky\n    nguoi-ky" + seal);
    BOOST_TEST(signer("{t: a, r: 200}") == "  chu-ky\n    nguoi-ky chu-ky=\"a\" 11339tw" + seal);
    BOOST_TEST(signer("{t: a, r: 200.5}") == "number-out-of-range@200.5");
    BOOST_TEST(signer("{t: a, r: 0}") == "number-out-of-range@0");
    BOOST_TEST(signer("{t: a, r: -5}") == "number-out-of-range@-5");
    BOOST_TEST(signer("{t: a, r: rộng}") == "wrong-type@rộng");
}

BOOST_AUTO_TEST_CASE(a_picture_knows_where_it_was_named) {
    Run run;
    run.loader.add("t", mau("<ket-thuc><nguoi-ky chu-ky=\"{{ t }}\" con-dau=\"dau.png\"/></ket-thuc>"));
    const auto compiled = run.compile("t");
    const data::Value data = run.read("t: ky.png");
    const auto document = tmpl::merge(*compiled, data, run.world, run.out);
    BOOST_REQUIRE(document.has_value());
    const auto& signer = std::get<model::KetThuc>(document->vung[0].blocks[0].content).nguoi_ky.at(0);
    BOOST_TEST(run.text_at(signer.chu_ky.value().span) == "ky.png");
    BOOST_TEST(signer.chu_ky->span.source != signer.con_dau.value().span.source);
    BOOST_TEST(run.text_at(signer.con_dau->span) == "dau.png");
}

BOOST_AUTO_TEST_CASE(appendices_and_attached_documents_name_the_main_one) {
    const std::string attributes = " loai=\"quy-che\" so=\"{{ so }}\" ky-hieu=\"QĐ-SYT\" ngay=\"{{ n }}\" cua=\"Sở\"";
    const std::string reference = "loai=\"quy-che\" so-ky-hieu=5 \"QĐ-SYT\" ngay=5/3/2026 cua=\"Sở\"";
    const std::string data = "{so: 5, n: 5/3/2026}";
    BOOST_TEST(blocks("<kem-theo" + attributes + "/>", data) == "  kem-theo " + reference + "\n");
    BOOST_TEST(blocks("<dau-phu-luc" + attributes + " ky-so=\"Số: 5\"><tieu-de>Bảng</tieu-de></dau-phu-luc>", data) ==
               "  dau-phu-luc tieu-de=\"Bảng\" " + reference + " ky-so=\"Số: 5\"\n");
    BOOST_TEST(merged("<kem-theo>x</kem-theo>") ==
               "missing-attribute@kem-theo | missing-attribute@kem-theo | missing-attribute@kem-theo | "
               "unexpected-content@x");
}

BOOST_AUTO_TEST_CASE(a_paper_copy_has_a_head_of_its_own) {
    BOOST_TEST(
        blocks("<dau-ban-sao hinh-thuc=\"sao-y\" so=\"{{ so }}\" ky-hieu=\"SY-SYT\" dia-danh=\"Huế\" "
               "ngay=\"{{ null }}\"><ban-hanh>Sở<xuong-dong/>Y tế</ban-hanh></dau-ban-sao>",
               "so: 7") ==
        "  dau-ban-sao \"sao-y\" ban-hanh=[\"Sở\\nY tế\"] so-ky-hieu=7 \"SY-SYT\" dia-danh=\"Huế\" ngay=-/-/-\n");
    BOOST_TEST(merged("<dau-ban-sao hinh-thuc=\"sao-y\" ky-hieu=\"A\" dia-danh=\"B\"/>") == "missing-part@dau-ban-sao");
}

BOOST_AUTO_TEST_SUITE_END()
