// What is remembered of earlier documents never hides a finding.
#include "thethuc/text_memory.hpp"

#include <boost/test/unit_test.hpp>

#include "thethuc/text_fixture.hpp"

namespace vanban::thethuc {
namespace {

std::vector<std::string> codes_of(const std::vector<std::string>& texts, TextMemory* memory) {
    std::vector<model::Block> blocks;
    for (const std::string& one : texts) blocks.push_back(block(model::Doan{text(one)}));
    Diagnostics out;
    TextCheckOptions options;
    options.memory = memory;
    check_texts(document_of(std::move(blocks)), shipped_profile(), shipped_rules(), options, TextPlaces(), out);
    std::vector<std::string> codes;
    for (const Diagnostic& finding : out) codes.emplace_back(name(finding.code));
    return codes;
}

const std::vector<std::string> kPlain{"Đoàn đánh giá đã xem xét hồ sơ", "các phòng nộp hồ sơ đúng hạn"};
/// Findings of one text, of two texts together, and of what only the whole document can tell.
const std::vector<std::string> kFaulty{"Báo cáo trước ngày 31/9/2026", "theo kế họach", "đơn vị HTQLX nộp hồ sơ",
                                       "xong trước ngày 05/3/2026 , gửi ngay"};

}  // namespace

BOOST_AUTO_TEST_SUITE(text_memory)

BOOST_AUTO_TEST_CASE(plain_texts_are_kept_at_the_second_sighting) {
    TextMemory memory;
    BOOST_TEST(codes_of(kPlain, &memory).empty());
    BOOST_TEST(memory.size() == 0u);
    BOOST_TEST(codes_of(kPlain, &memory).empty());
    BOOST_TEST(memory.size() == kPlain.size());
    BOOST_TEST(memory.knows(TextKind::Body, kPlain[0]));
    BOOST_TEST(!memory.knows(TextKind::Cell, kPlain[0]));
}

BOOST_AUTO_TEST_CASE(findings_come_again_in_every_document) {
    TextMemory memory;
    const auto expected = codes_of(kFaulty, nullptr);
    BOOST_TEST_REQUIRE(!expected.empty());
    for (int document = 0; document < 4; ++document) {
        BOOST_TEST(codes_of(kFaulty, &memory) == expected);
        BOOST_TEST(codes_of(kPlain, &memory).empty());
    }
    BOOST_TEST(memory.size() == kPlain.size());
}

BOOST_AUTO_TEST_CASE(other_rules_learn_for_themselves) {
    TextMemory memory;
    codes_of(kPlain, &memory);
    codes_of(kPlain, &memory);
    LoiVan others = shipped_rules();
    memory.begin(others);  // A copy is the same rules.
    BOOST_TEST(memory.size() == kPlain.size());
    others.identity = std::make_shared<const bool>(true);
    memory.begin(others);
    BOOST_TEST(memory.size() == 0u);
}

BOOST_AUTO_TEST_CASE(memory_is_bounded) {
    TextMemory memory;
    memory.begin(shipped_rules());
    for (int i = 0; i < 5000; ++i) {
        const std::string text = "văn bản số " + std::to_string(i);
        memory.learn(TextKind::Body, text);
        memory.learn(TextKind::Body, text);
    }
    BOOST_TEST(memory.size() <= 2048u);
    const std::string long_text(1000, 'a');
    memory.learn(TextKind::Body, long_text);
    memory.learn(TextKind::Body, long_text);
    BOOST_TEST(!memory.knows(TextKind::Body, long_text));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
