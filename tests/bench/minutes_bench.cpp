// A batch of audit minutes, one thread, in memory: what a document costs from its JSON record to the bytes of its DOCX,
// stage by stage, beside the least that any program would have to do in the same run: parse the record, deflate the
// same document.xml, put the zip together. Two pages: letterhead, 25 paragraphs, a table of 15 rows and 4 columns,
// signatures.
//   minutes_bench [--level N] [--rounds N]   medians of documents in interleaved rounds, and ratios to that floor
//   minutes_bench --documents N [--level N]  renders N documents and nothing else, to count instructions:
//                                            minutes_instructions.py
#include <libdeflate.h>
#include <simdjson.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "builtin.hpp"
#include "docx/plan.hpp"
#include "engine.hpp"
#include "opc/package.hpp"
#include "pictures.hpp"
#include "places.hpp"
#include "thethuc/apply.hpp"
#include "thethuc/loi_van.hpp"
#include "thethuc/profile.hpp"
#include "thethuc/text_check.hpp"
#include "thethuc/text_memory.hpp"

namespace {

using namespace vanban;

constexpr std::string_view kBase = R"({
  "mau": "bien-ban-danh-gia-noi-bo", "nam": 2026, "lan": 1,
  "co_quan": {"chu_quan": "UBND tỉnh Đồng Tháp", "ten": "Sở Y tế", "ky_hieu": "SYT", "dia_danh": "Đồng Tháp"},
  "truong_doan": "Nguyễn Đức Toàn", "thu_ky": "Bùi Thị Ngọc Mai", "han_khac_phuc": "30/9/2026"})";

constexpr std::array<std::string_view, 8> kUnits{
    "Phòng Quy hoạch - Kiến trúc", "Phòng Nghiệp vụ Y",       "Trung tâm Kiểm soát bệnh tật", "Phòng Tổ chức cán bộ",
    "Bệnh viện Đa khoa Sa Đéc",    "Trạm Y tế phường Mỹ Phú", "Phòng Kế hoạch - Tài chính",   "Văn phòng Sở"};
constexpr std::array<std::string_view, 8> kFamilies{"Nguyễn Văn", "Trần Thị", "Lê Hoàng", "Phạm Minh",
                                                    "Đặng Ngọc",  "Bùi Quốc", "Võ Thị",   "Trịnh Hữu"};
constexpr std::array<std::string_view, 8> kGiven{"Lâm", "Oanh", "Huy", "Thảo", "Khoa", "Mỹ", "Đức", "Hạnh"};
constexpr std::array<std::string_view, 6> kStrengths{
    "Mục tiêu chất lượng được theo dõi hằng quý, có số liệu chứng minh",
    "Quy trình niêm yết là bản hiện hành; hồ sơ lưu có mã tra cứu",
    "Nhân sự được phân công bằng văn bản, có người thay thế khi vắng mặt",
    "Ý kiến của tổ chức, cá nhân được ghi nhận và trả lời đúng hạn",
    "Thiết bị đo được hiệu chuẩn theo kế hoạch, còn hạn sử dụng",
    "Tỷ lệ hồ sơ giải quyết trước hạn cao hơn mục tiêu đã đăng ký"};
constexpr std::array<std::string_view, 6> kFindings{
    "hồ sơ được xem không có phiếu kiểm soát quá trình", "lần cập nhật sổ theo dõi chậm hơn thời hạn quy định",
    "biểu mẫu đang dùng là bản đã hết hiệu lực",         "kế hoạch khắc phục chưa xác định nguyên nhân",
    "bảng phân công chưa được lãnh đạo phê duyệt",       "tài liệu bên ngoài chưa được kiểm soát"};

/// The same numbers on every machine (a linear congruential generator).
class Dice {
public:
    explicit Dice(std::uint32_t seed) : state_(seed * 2654435761u + 1) {}
    std::size_t below(std::size_t limit) {
        state_ = state_ * 1664525u + 1013904223u;
        return (state_ >> 8) % limit;
    }
    template <std::size_t Size>
    std::string pick(const std::array<std::string_view, Size>& from) {
        return std::string(from[below(Size)]);
    }

private:
    std::uint32_t state_;
};

std::string person(Dice& dice) {
    return dice.pick(kFamilies) + " " + dice.pick(kGiven);
}

std::string member(std::string_view key, const std::string& value) {
    return "\"" + std::string(key) + "\": \"" + value + "\"";
}

/// One unit's record, as a program that exports data writes it.
std::string record(std::uint32_t number) {
    Dice dice(number);
    std::string strengths, findings;
    for (int i = 0; i < 12; ++i) strengths += (i ? ", \"" : "\"") + dice.pick(kStrengths) + "\"";
    for (int i = 0; i < 15; ++i) {
        const std::string what = std::to_string(dice.below(90) + 10) + " " + dice.pick(kFindings);
        findings += (i ? ", {" : "{") + member("noi_dung", what) + ", " +
                    member("muc_do", dice.below(3) ? "Nhẹ" : "Nặng") + ", " +
                    member("han", std::to_string(dice.below(18) + 10) + "/9/2026") + "}";
    }
    return "{\"so\": " + std::to_string(number + 1) + ", " + member("ngay", "08/9/2026") + ", " +
           member("ngay_danh_gia", "08/9/2026") + ", " + member("don_vi", dice.pick(kUnits)) + ", " +
           member("gio_bat_dau", "08 giờ 30") + ", " + member("gio_ket_thuc", "11 giờ 00") + ", " +
           member("dai_dien", person(dice) + " " + std::to_string(number)) + ", " + "\"danh_gia_vien\": [\"" +
           person(dice) + "\", \"" + person(dice) + "\"], " + member("nguoi_du", person(dice)) + ", \"diem_manh\": [" +
           strengths + "], \"phat_hien\": [" + findings + "]}";
}

[[noreturn]] void stop(const Diagnostics& out, const Sources& sources) {
    std::fputs(print_human(out, sources, {}).c_str(), stderr);
    std::exit(1);
}

/// The engine with what a batch has once.
struct Batch {
    Batch() : sources(&engine.sources()) {
        const auto read = engine.read({{"chung.json", std::string(kBase), data::Format::Json}}, {}, sources, out);
        if (read) base = *read;
        tmpl = engine.load("bien-ban-danh-gia-noi-bo", out);
        for (const BuiltinFile& file : builtin_files()) {
            const Source rules{std::string(file.name), std::string(file.text)};
            if (file.name == "the-thuc/nd30-2020") profile = thethuc::read_profile(rules, 0, {}, out);
            if (file.name == "the-thuc/loi-van") loi_van = thethuc::read_loi_van(rules, 0, {}, out);
        }
        if (!read || !tmpl || !profile || !loi_van) stop(out, sources);
    }

    Engine engine;
    Sources sources;
    Diagnostics out;
    data::Value base;
    const tmpl::Template* tmpl = nullptr;
    std::optional<thethuc::Profile> profile;
    std::optional<thethuc::LoiVan> loi_van;
};

std::string render(Batch& batch, const std::string& text, int level, Workspace& workspace) {
    Sources sources(&batch.sources);
    auto value = data::read({"ban-ghi.json", text}, data::Format::Json, sources, {}, batch.out);
    if (!value) stop(batch.out, sources);
    auto bytes = batch.engine.render(*batch.tmpl, batch.base, std::move(*value), sources, {.level = level}, batch.out,
                                     &workspace);
    if (!bytes) stop(batch.out, sources);
    return std::move(*bytes);
}

/// Times of one step over all documents.
class Step {
public:
    explicit Step(std::string name) : name_(std::move(name)) {}
    template <class Function>
    auto time(Function function) {
        const auto start = std::chrono::steady_clock::now();
        auto result = function();
        times_.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
        return result;
    }
    double median() const {
        std::vector<double> sorted = times_;
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2), sorted.end());
        return sorted[sorted.size() / 2];
    }
    void print(const char* unit = "us") const { std::printf("%-38s %8.1f %s\n", name_.c_str(), median(), unit); }

private:
    std::string name_;
    std::vector<double> times_;
};

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

/// The least that any program does for one document.
class Floor {
public:
    explicit Floor(int level) : compressor_(libdeflate_alloc_compressor(level)) {}

    /// Every text of the record is looked at.
    std::size_t parse(const std::string& text) {
        padded_ = simdjson::padded_string(text);
        return visit(parser_.parse(padded_).value());
    }
    /// `body` is written, packed, and put beside `rest` bytes of parts that were packed before.
    std::string make(const std::string& body, const std::string& rest) {
        const std::string emitted = body;
        const std::uint32_t crc = libdeflate_crc32(0, emitted.data(), emitted.size());
        packed_.resize(emitted.size());
        const std::size_t size = libdeflate_deflate_compress(compressor_.get(), emitted.data(), emitted.size(),
                                                             packed_.data(), packed_.size());
        std::string file;
        file.reserve(rest.size() + size + sizeof crc);
        file.append(rest).append(packed_.data(), size).append(reinterpret_cast<const char*>(&crc), sizeof crc);
        return file;
    }

private:
    static std::size_t visit(simdjson::dom::element element) {
        std::size_t size = 0;
        simdjson::dom::array items;
        simdjson::dom::object fields;
        std::string_view text;
        if (element.get(items) == simdjson::SUCCESS) {
            for (const auto item : items) size += visit(item);
        } else if (element.get(fields) == simdjson::SUCCESS) {
            for (const auto field : fields) size += field.key.size() + visit(field.value);
        } else if (element.get(text) == simdjson::SUCCESS) {
            size += text.size();
        }
        return size;
    }

    simdjson::dom::parser parser_;
    simdjson::padded_string padded_;
    std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor_;
    std::vector<char> packed_;
};

const std::string& body_of(const opc::Package& package) {
    return *package.parts.front().bytes;
}

void check_words(Batch& batch, const model::Document& said, const data::Value& data, thethuc::TextMemory& memory) {
    const thethuc::TextCheckOptions options{
        .ignored = {}, .most_findings = batch.engine.world().limits.findings, .memory = &memory};
    thethuc::check_texts(said, *batch.profile, *batch.loi_van, options, DataPlaces(data), batch.out);
}

void measure(Batch& batch, const std::vector<std::string>& records, int level, int rounds) {
    Step read("read JSON"), merged("merge with shared data"), checked("check"), filled("merge with template"),
        pictures("load pictures"), worded("check wording"), styled("apply rules"), planned("plan parts"),
        written("deflate and zip"), whole("whole document"), least_parse("floor: parse JSON"),
        least_make("floor: deflate and zip");
    const World& world = batch.engine.world();
    Workspace workspace;
    docx::PlanCache looks;
    thethuc::TextMemory texts;
    opc::DeflateCache cache;
    Floor floor(level);
    std::size_t size = 0, body_size = 0;
    for (int round = 0; round < rounds; ++round) {
        for (const std::string& text : records) {
            Diagnostics& out = batch.out;
            Sources sources(&batch.sources);
            auto value = read.time([&] { return data::read({"a.json", text}, data::Format::Json, sources, {}, out); });
            auto data = merged.time([&] { return data::merge(batch.base, std::move(*value)); });
            auto good = checked.time([&] { return tmpl::check(*batch.tmpl, std::move(data), out); });
            auto said = filled.time([&] { return tmpl::merge(*batch.tmpl, *good, world, out); });
            pictures.time([&] { return load_pictures(*said, sources, world, out); });
            worded.time([&] { return check_words(batch, *said, *good, texts), 0; });
            auto look = styled.time([&] { return thethuc::apply(std::move(*said), *batch.profile, world, out); });
            auto package = planned.time([&] { return docx::plan(*look, &looks); });
            const auto bytes = written.time([&] { return opc::write(package, {.level = level}, &cache); });
            const auto again = whole.time([&] { return render(batch, text, level, workspace); });
            if (bytes != again) std::printf("the stages and the engine differ\n"), std::exit(1);
            least_parse.time([&] { return floor.parse(text); });
            const std::string rest(bytes.size() - std::min(bytes.size(), body_of(package).size() / 6), 'x');
            least_make.time([&] { return floor.make(body_of(package), rest); });
            size = bytes.size(), body_size = body_of(package).size();
        }
    }
    std::printf("level %d: record %zu bytes, document.xml %zu, file %zu\n", level, records.front().size(), body_size,
                size);
    for (const Step* step : {&read, &merged, &checked, &filled, &pictures, &worded, &styled, &planned, &written, &whole,
                             &least_parse, &least_make})
        step->print();
    const double least = least_parse.median() + least_make.median();
    std::printf("%-38s %8.2f x the floor of %.1f us\n", "whole document", whole.median() / least, least);
}

}  // namespace

int main(int argc, char** argv) {
    int level = 1, rounds = 5, documents = 0;
    for (int i = 1; i + 1 < argc; i += 2) {
        const std::string option = argv[i];
        const int value = std::atoi(argv[i + 1]);
        if (option == "--level") level = std::clamp(value, 1, 12);
        if (option == "--rounds") rounds = std::max(1, value);
        if (option == "--documents") documents = std::max(1, value);
    }
    Batch batch;
    Workspace workspace;
    if (documents > 0) {
        std::size_t bytes = 0;
        for (int i = 0; i < documents; ++i)
            bytes += render(batch, record(static_cast<std::uint32_t>(i)), level, workspace).size();
        std::printf("%d documents, %zu bytes\n", documents, bytes);
        return 0;
    }
    std::vector<std::string> records;
    for (std::uint32_t i = 0; i < 200; ++i) records.push_back(record(i));
    measure(batch, records, level, rounds);
    return 0;
}
