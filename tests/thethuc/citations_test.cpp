// Citations: how they are written, what they must say, whether they agree. The contradictions are those of five real
// plans.
#include "thethuc/citations.hpp"

#include "thethuc/text_fixture.hpp"

namespace vanban::thethuc {
namespace {

model::Block doan(std::string value) {
    return block(model::Doan{text(std::move(value))});
}
model::Block can_cu(std::string value) {
    return block(model::CanCu{text(std::move(value))});
}

std::vector<std::string> codes_of(const std::vector<model::Block>& blocks) {
    std::vector<std::string> codes;
    for (const Diagnostic& finding : check_document(document_of(blocks))) codes.emplace_back(name(finding.code));
    return codes;
}

constexpr const char* kDecision =
    "Căn cứ Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của Thủ tướng Chính phủ về việc áp dụng Hệ thống "
    "quản "
    "lý chất lượng theo Tiêu chuẩn quốc gia TCVN ISO 9001:2008";
using Codes = std::vector<std::string>;

}  // namespace

BOOST_AUTO_TEST_SUITE(citations)

BOOST_AUTO_TEST_CASE(the_word_so_stands_before_the_number) {
    expect_found("Theo Quyết định 19/2014/QĐ-TTg.", "citation-without-so: Quyết định 19/2014/QĐ-TTg");
    BOOST_TEST(proposed_in("Theo Quyết định 19/2014/QĐ-TTg.") == "Quyết định số 19/2014/QĐ-TTg");
    expect_nothing("Theo Quyết định số 19/2014/QĐ-TTg; văn bản (26/2014/TT-BKHCN); tỷ lệ 1/2; ngày 05/3/2014.");
}

BOOST_AUTO_TEST_CASE(the_type_of_a_cited_document_has_a_capital) {
    expect_found("Theo kế hoạch số 28/KH-SYT.", "citation-case: kế hoạch số 28/KH-SYT");
    BOOST_TEST(proposed_in("Theo kế hoạch số 28/KH-SYT.") == "Kế hoạch số 28/KH-SYT");
    expect_nothing("Theo Kế hoạch số 28/KH-SYT.");
}

BOOST_AUTO_TEST_CASE(the_type_agrees_with_the_code) {
    expect_found("Theo Kế hoạch số 28/BC-SYT.", "citation-type-mismatch: Kế hoạch số 28/BC-SYT");
    expect_nothing(
        "Theo Công văn số 28/SYT-VP, Thông tư số 26/2014/TT-BKHCN, Biên bản số 01/BB-XXLĐ, Hướng dẫn số 7/SYT-NV.");
}

BOOST_AUTO_TEST_CASE(numbers_have_one_leading_zero_at_most) {
    expect_found("Theo Kế hoạch số 005/KH-SYT.", "citation-number-zeros: 005/KH-SYT");
    expect_nothing("Theo Kế hoạch số 05/KH-SYT, Hợp đồng số 001/HĐ-SYT.");
}

BOOST_AUTO_TEST_CASE(one_document_has_one_date) {
    const Diagnostics out =
        check_document(document_of({can_cu(kDecision), doan("Theo Quyết định số 19/2014/QĐ-TTg ngày 15/3/2014.")}));
    BOOST_REQUIRE_EQUAL(out.items().size(), 1u);
    const Diagnostic& finding = out.items().front();
    BOOST_TEST((finding.code == Code::citation_date_conflict));
    BOOST_TEST((finding.severity == Severity::Error));
    BOOST_TEST((finding.args == std::vector<std::string>{"19/2014/QĐ-TTg", "15/3/2014", "05/3/2014"}));
    const std::string second = "Theo Quyết định số 19/2014/QĐ-TTg ngày 15/3/2014.";
    BOOST_TEST(second.substr(finding.span.begin, finding.span.end - finding.span.begin) == "15/3/2014");
    BOOST_TEST((finding.notes.at(0).code == Code::written_otherwise_here));
}

BOOST_AUTO_TEST_CASE(the_same_date_in_two_forms_is_no_contradiction) {
    BOOST_TEST((codes_of({can_cu(kDecision), doan("Theo Quyết định số 19/2014/QĐ-TTg ngày 05/3/2014.")}) == Codes{}));
}

BOOST_AUTO_TEST_CASE(numbers_without_a_year_come_back_every_year) {
    BOOST_TEST((codes_of({doan("Kế hoạch số 28/KH-SYT ngày 15/3/2023."),
                          doan("Kế hoạch số 28/KH-SYT ngày 20/4/2024.")}) == Codes{}));
    BOOST_TEST((codes_of({doan("Quyết định số 101/QĐ-BKHCN ngày 21/01/2019."),
                          doan("Quyết định số 101/QĐ-BKHCN ngày 17/7/2019.")}) == Codes{"citation-date-conflict"}));
}

BOOST_AUTO_TEST_CASE(one_document_has_one_subject) {
    const std::string begin =
        "Thông tư số 116/2015/TT-BTC ngày 11 tháng 8 năm 2015 của Bộ Tài chính quy định công tác quản lý tài chính "
        "đối với việc ";
    const std::string right = begin + "tư vấn, xây dựng, áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng";
    const std::string wrong = begin + "tư vấn xây dựng, áp dụng, duy trì và cải tiến Hệ thống quản lý chất lượng";
    BOOST_TEST((codes_of({can_cu("Căn cứ " + right), doan("Thực hiện " + wrong + ".")}) ==
                Codes{"citation-subject-conflict"}));
    BOOST_TEST((codes_of({can_cu("Căn cứ " + right), doan("Thực hiện " + right + ".")}) == Codes{}));
    BOOST_TEST((codes_of({can_cu("Căn cứ " + right),
                          doan("Thực hiện " + begin + "tư vấn, xây dựng; các phòng báo cáo.")}) == Codes{}));
}

BOOST_AUTO_TEST_CASE(a_legal_basis_says_all_that_it_must) {
    BOOST_TEST((codes_of({can_cu(kDecision)}) == Codes{}));
    const Diagnostics out =
        check_document(document_of({can_cu("Căn cứ Quyết định số 19/2014/QĐ-TTg của Thủ tướng Chính phủ")}));
    BOOST_REQUIRE_EQUAL(out.items().size(), 1u);
    BOOST_TEST((out.items()[0].code == Code::citation_incomplete));
    BOOST_TEST((out.items()[0].args == std::vector<std::string>{"19/2014/QĐ-TTg", "ngày, trích yếu"}));
    BOOST_TEST((codes_of({can_cu("Căn cứ Thông tư ngày 10 tháng 10 năm 2014 của Bộ Khoa học và Công nghệ")}) ==
                Codes{"citation-incomplete"}));
    BOOST_TEST((codes_of({can_cu("Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015"),
                          can_cu("Theo đề nghị của Chánh Văn phòng Sở tại Tờ trình số 77/TTr-SYT")}) == Codes{}));
    BOOST_TEST((codes_of({doan("Theo Quyết định số 19/2014/QĐ-TTg.")}) == Codes{}));
}

BOOST_AUTO_TEST_CASE(each_basis_is_an_entry_of_its_own) {
    BOOST_TEST((codes_of({can_cu("Căn cứ Luật A ngày 19 tháng 6 năm 2015; Căn cứ Luật B ngày 20 tháng 6 năm 2016")}) ==
                Codes{"several-bases"}));
}

BOOST_AUTO_TEST_CASE(what_is_cited_is_older_than_the_document) {
    const auto with = [](std::string cited) {
        return codes_of({block(so_y_te()), doan("Theo Kế hoạch số 28/KH-UBND ngày " + std::move(cited) + ".")});
    };
    BOOST_TEST((with("05/5/2023") == Codes{"citation-after-issue"}));
    BOOST_TEST((with("04/5/2023") == Codes{}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
