// PNG files: measured when sound, refused with the right code when not, whatever the bytes.
#include "base/png.hpp"

#include <boost/test/unit_test.hpp>

#include "png_maker.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

constexpr Span kWhere{3, 10, 20};
const std::string kOneByte(1, '\0');

std::shared_ptr<const Png> sound(const std::string& bytes) {
    auto png = read_png(bytes, kWhere);
    BOOST_REQUIRE(png);
    return *png;
}

/// The printed name of what is wrong; "" for a sound file.
std::string_view wrong(std::string bytes) {
    const auto png = read_png(std::move(bytes), kWhere);
    if (png) return "";
    BOOST_CHECK((png.error().span == kWhere));
    return name(png.error().code);
}

std::string without(std::string bytes, std::string_view what) {
    return bytes.erase(bytes.find(what) - 4, 4 + what.size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(png)

BOOST_AUTO_TEST_CASE(a_picture_is_measured_and_kept_as_it_is) {
    const std::string bytes = make_png({.width = 7, .height = 3});
    const auto png = sound(bytes);
    BOOST_TEST(png->width == 7u);
    BOOST_TEST(png->height == 3u);
    BOOST_TEST(png->alpha);
    BOOST_TEST(!png->physical_width);
    BOOST_TEST((png->bytes == bytes));
}

BOOST_AUTO_TEST_CASE(transparency_is_a_channel_or_a_table) {
    BOOST_TEST(!sound(make_png({.color = PngColor::Rgb}))->alpha);
    BOOST_TEST(!sound(make_png({.color = PngColor::Grey}))->alpha);
    BOOST_TEST(sound(make_png({.color = PngColor::GreyAlpha}))->alpha);
    const std::string palette = png_chunk("PLTE", std::string(3, '\0'));
    BOOST_TEST(!sound(make_png({.color = PngColor::Palette, .before_pixels = palette}))->alpha);
    const std::string table = palette + png_chunk("tRNS", std::string(1, '\0'));
    BOOST_TEST(sound(make_png({.color = PngColor::Palette, .before_pixels = table}))->alpha);
}

BOOST_AUTO_TEST_CASE(the_width_on_paper_comes_from_pixels_per_metre) {
    // 360 pixels of 10,000 a metre are 36 mm, the diameter of a seal: 2041 twips.
    const PngParts seal{.width = 360, .height = 2, .before_pixels = phys_chunk(10'000)};
    BOOST_TEST((sound(make_png(seal))->physical_width == mm(36)));
    BOOST_TEST(!sound(make_png({.before_pixels = phys_chunk(10'000, 0)}))->physical_width);  // a ratio only
    BOOST_TEST(!sound(make_png({.before_pixels = phys_chunk(0)}))->physical_width);
    BOOST_TEST(!sound(make_png({.before_pixels = phys_chunk(2'000'000'000)}))->physical_width);  // no width at all
}

BOOST_AUTO_TEST_CASE(interlaced_pictures_are_read_in_seven_passes) {
    // 8 x 8 pixels: passes of 1x1, 1x1, 2x1, 2x2, 4x2, 4x4 and 8x4 pixels, each row with a filter byte.
    const std::size_t bytes = (1 + 1 + 2 + 4 + 8 + 16 + 32) + (1 + 1 + 1 + 2 + 2 + 4 + 4);
    PngParts parts{.width = 8, .height = 8, .color = PngColor::Grey, .interlaced = true};
    parts.pixels = std::string(bytes, '\0');
    BOOST_TEST(wrong(make_png(parts)) == "");
    parts.pixels.pop_back();
    BOOST_TEST(wrong(make_png(parts)) == "broken-png");
}

BOOST_AUTO_TEST_CASE(other_files_are_not_png) {
    for (const char* bytes : {"", "P", "\xFF\xD8\xFF\xE0 JFIF", "GIF89a", "<svg/>"})
        BOOST_TEST(wrong(bytes) == "not-a-png");
    BOOST_TEST(wrong(std::string(kPngSignature.substr(0, 7))) == "not-a-png");
}

BOOST_AUTO_TEST_CASE(a_picture_cut_anywhere_is_broken) {
    const std::string bytes = make_png({.width = 9, .height = 9, .before_pixels = phys_chunk(10'000)});
    for (std::size_t size = kPngSignature.size(); size < bytes.size(); ++size)
        BOOST_TEST(wrong(bytes.substr(0, size)) == "broken-png", "cut at " << size);
}

BOOST_AUTO_TEST_CASE(what_follows_the_end_does_not_matter) {
    BOOST_TEST(wrong(make_png({}) + "tail") == "");
}

BOOST_AUTO_TEST_CASE(a_changed_pixel_is_found_by_the_checksum) {
    std::string bytes = make_png({.width = 9, .height = 9});
    bytes[bytes.find("IDAT") + 8] ^= 1;
    BOOST_TEST(wrong(bytes) == "broken-png");
}

BOOST_AUTO_TEST_CASE(headers_that_make_no_sense_are_broken) {
    BOOST_TEST(wrong(std::string(kPngSignature) + png_chunk("IEND", "")) == "broken-png");
    BOOST_TEST(wrong(make_png({.width = 0, .pixels = kOneByte})) == "broken-png");
    BOOST_TEST(wrong(make_png({.color = static_cast<PngColor>(5), .pixels = kOneByte})) == "broken-png");
    BOOST_TEST(wrong(without(make_png({}), png_chunk("IDAT", "").substr(4, 4))) == "broken-png");
    BOOST_TEST(wrong(make_png({.color = PngColor::Palette})) == "broken-png");  // no palette
}

BOOST_AUTO_TEST_CASE(a_picture_is_refused_for_its_size_before_its_pixels_are_read) {
    // The pixels are missing, which would be found only by reading them.
    const auto claims = [](std::uint32_t width, std::uint32_t height) {
        return wrong(make_png({.width = width, .height = height, .pixels = kOneByte}));
    };
    BOOST_TEST(claims(20'001, 1) == "picture-too-large");
    BOOST_TEST(claims(1, 20'001) == "picture-too-large");
    BOOST_TEST(claims(8'000, 5'001) == "picture-too-large");
    BOOST_TEST(claims(0x7FFFFFFF, 1) == "picture-too-large");
    BOOST_TEST(claims(20'000, 2'000) == "broken-png");
}

BOOST_AUTO_TEST_CASE(text_that_unpacks_to_gigabytes_is_not_unpacked) {
    const std::string text = zlib_packed(std::string(std::size_t{8} << 20, ' '));
    std::string bombs;
    for (int i = 0; i < 500; ++i) bombs += png_chunk("zTXt", std::string("Comment\0\0", 9) + text);
    BOOST_TEST(wrong(make_png({.before_pixels = bombs})) == "");
}

BOOST_AUTO_TEST_SUITE_END()
