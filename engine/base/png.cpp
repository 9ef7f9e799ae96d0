// Decodes PNG files with libpng, row by row into nothing; the only file that includes its header.
#include "base/png.hpp"

#include <png.h>

#include <csetjmp>
#include <cstring>
#include <exception>
#include <new>
#include <string_view>
#include <utility>

namespace vanban {

namespace {

constexpr std::size_t kSignature = 8;
constexpr std::uint32_t kMostASide = 20'000;
/// More than an A4 page at 600 dots per inch; bounds the time that a small file can take.
constexpr std::uint64_t kMostPixels = 40'000'000;

/// The one chunk of those beside the pixels that is looked at: a type with a zero behind it, as libpng wants it.
constexpr png_byte kPhysicalSize[] = "pHYs";

/// What libpng reads from.
struct Input {
    const char* bytes;
    std::size_t left;
};

void read_input(png_structp png, png_bytep out, std::size_t size) {
    Input& input = *static_cast<Input*>(png_get_io_ptr(png));
    if (size > input.left) png_error(png, "the file ends too early");
    std::memcpy(out, input.bytes, size);
    input.bytes += size;
    input.left -= size;
}

/// libpng's own would print.
[[noreturn]] void jump_back(png_structp png, png_const_charp) {
    png_longjmp(png, 1);
}
void ignore_warning(png_structp, png_const_charp) {}

/// libpng's two handles.
class Decoder {
public:
    Decoder() : png_(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, jump_back, ignore_warning)) {
        if (png_ != nullptr) info_ = png_create_info_struct(png_);
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() { png_destroy_read_struct(&png_, &info_, nullptr); }

    bool ok() const { return info_ != nullptr; }
    png_structp png() const { return png_; }
    png_infop info() const { return info_; }

private:
    png_structp png_;
    png_infop info_ = nullptr;
};

/// The chunks before the pixels. False if they are broken. Holds nothing with a destructor: libpng leaves by longjmp.
bool read_head(png_structp png, png_infop info, Input& input) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_set_read_fn(png, &input, read_input);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);  // ours are told apart from a broken header
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_AS_DEFAULT, kPhysicalSize, 1);
    png_read_info(png, info);
    return true;
}

/// The pixels and what follows them. False if they are broken. Holds nothing with a destructor, as above.
bool read_pixels(png_structp png, png_infop info) {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    const png_uint_32 height = png_get_image_height(png, info);
    const int passes = png_set_interlace_handling(png);
    for (int pass = 0; pass < passes; ++pass)
        for (png_uint_32 row = 0; row < height; ++row) png_read_row(png, nullptr, nullptr);
    png_read_end(png, nullptr);
    return true;
}

bool too_large(std::uint32_t width, std::uint32_t height) {
    return width > kMostASide || height > kMostASide || std::uint64_t{width} * height > kMostPixels;
}

bool has_alpha(png_const_structp png, png_infop info) {
    return (png_get_color_type(png, info) & PNG_COLOR_MASK_ALPHA) != 0 || png_get_valid(png, info, PNG_INFO_tRNS) != 0;
}

/// Width on paper from pHYs (ISO/IEC 15948, 11.3.5.3), rounded to the nearest; nothing where it has no unit.
std::optional<Twip> physical_width(png_const_structp png, png_const_infop info) {
    const std::uint64_t per_metre = png_get_x_pixels_per_meter(png, info);
    if (per_metre == 0) return std::nullopt;
    // A metre is 1440 / 0.0254 = 7,200,000 / 127 twips.
    const std::uint64_t dividend = std::uint64_t{png_get_image_width(png, info)} * 7'200'000;
    const std::uint64_t divisor = per_metre * 127;
    const std::uint64_t twips = (dividend + divisor / 2) / divisor;
    if (twips == 0) return std::nullopt;
    return Twip{static_cast<std::int32_t>(twips)};
}

}  // namespace

Result<std::shared_ptr<const Png>> read_png(std::string bytes, Span where) {
    if (bytes.size() < kSignature || png_sig_cmp(reinterpret_cast<png_const_bytep>(bytes.data()), 0, kSignature) != 0)
        return fail(Code::not_a_png, where);
    const Decoder decoder;
    if (!decoder.ok()) std::rethrow_exception(std::make_exception_ptr(std::bad_alloc()));
    Input input{bytes.data(), bytes.size()};
    if (!read_head(decoder.png(), decoder.info(), input)) return fail(Code::broken_png, where);
    Png png;
    png.width = png_get_image_width(decoder.png(), decoder.info());
    png.height = png_get_image_height(decoder.png(), decoder.info());
    if (too_large(png.width, png.height)) {
        return fail(Code::picture_too_large, where,
                    {std::to_string(png.width), std::to_string(png.height), std::to_string(kMostASide),
                     std::to_string(kMostPixels)});
    }
    if (!read_pixels(decoder.png(), decoder.info())) return fail(Code::broken_png, where);
    png.alpha = has_alpha(decoder.png(), decoder.info());
    png.physical_width = physical_width(decoder.png(), decoder.info());
    png.bytes = std::move(bytes);
    return std::make_shared<const Png>(std::move(png));
}

}  // namespace vanban
