// Cuts a CSV stream between rows, outside quotes, and reads the pieces.
#include "batch/csv_records.hpp"

#include <algorithm>
#include <utility>

namespace vanban::batch {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;

std::uint32_t count_lines(std::string_view text) {
    return static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

/// Rows under way: the text they are in, and the table that makes them.
struct CsvRecords::Piece {
    std::shared_ptr<Sources> sources;
    const Source* source = nullptr;
    Diagnostics findings;
    std::optional<data::Intake> intake;
    std::optional<data::CsvTable> table;
    LineCounter lines;
};

CsvRecords::CsvRecords(std::string file, std::unique_ptr<Stream> stream, const Limits& limits, const Sources& sources)
    : file_(std::move(file)), stream_(std::move(stream)), limits_(limits), sources_(sources) {}

CsvRecords::~CsvRecords() = default;

void CsvRecords::fill(std::size_t least) {
    while (!ended_ && buffer_.size() < least) {
        const auto more = stream_->read(buffer_, kPiece);
        ended_ = !more || !*more;
    }
}

std::size_t CsvRecords::whole_rows() const {
    enum class In : std::uint8_t { CellStart, Plain, Quoted, AfterQuote };
    In in = In::CellStart;
    std::size_t rows_end = 0;
    for (std::size_t at = 0; at < buffer_.size(); ++at) {
        const char c = buffer_[at];
        if (in == In::Quoted) {
            if (c == '"') in = In::AfterQuote;
        } else if (c == '"' && in != In::Plain) {
            in = In::Quoted;  // After a quote: it was a doubled one.
        } else if (c == '\n' || c == '\r') {
            in = In::CellStart;
            rows_end = at + 1;
        } else {
            in = c == separator_ ? In::CellStart : In::Plain;
        }
    }
    return ended_ ? buffer_.size() : rows_end;
}

CsvRecords::Header CsvRecords::begin(Sources& sources, Diagnostics& out) {
    fill(kPiece);
    const std::size_t whole = ended_ ? buffer_.size() : buffer_.rfind('\n') + 1;
    const SourceId id = sources.add({file_, buffer_.substr(0, whole)});
    data::Intake intake(*sources.get(id), id, limits_, out);
    if (!intake.check_source(data::Intake::LineEnds::LoneCrToo)) return Header::Refused;
    data::CsvTable table(intake);
    if (!table.begin()) return Header::Refused;
    if (table.is_form()) return Header::Form;
    intake.finish();
    separator_ = table.separator();
    const std::size_t end = table.place();
    header_ = buffer_.substr(0, end) + "\n";
    std::size_t rows = end;
    if (rows < buffer_.size() && buffer_[rows] == '\r') ++rows;
    if (rows < buffer_.size() && buffer_[rows] == '\n') ++rows;
    line_ = 1 + count_lines(std::string_view(buffer_).substr(0, rows));
    taken_ = rows;
    buffer_.erase(0, rows);
    return Header::Table;
}

bool CsvRecords::next_piece() {
    std::size_t rows = 0;
    for (std::size_t least = kPiece; rows == 0; least *= 2) {
        fill(least);
        rows = whole_rows();
        if ((rows == 0 && ended_) || buffer_.size() > limits_.file_bytes) break;
    }
    if (buffer_.empty()) return false;
    if (rows == 0) rows = buffer_.size();  // A quote that nobody closes.
    auto piece = std::make_unique<Piece>();
    piece->sources = std::make_shared<Sources>(&sources_);
    Source source{.name = file_, .text = header_ + buffer_.substr(0, rows)};
    source.first_line = line_ - count_lines(header_);
    line_ += count_lines(std::string_view(buffer_).substr(0, rows));
    taken_ += rows;
    buffer_.erase(0, rows);
    const SourceId id = piece->sources->add(std::move(source));
    piece->source = piece->sources->get(id);
    piece->intake.emplace(*piece->source, id, limits_, piece->findings);
    piece_ = std::move(piece);
    return true;
}

Record CsvRecords::failed(Diagnostics findings) {
    return {file_, 0, ParsedRecord{std::nullopt, piece_->sources, std::move(findings)}};
}

std::optional<Record> CsvRecords::next() {
    while (true) {
        if (!piece_ && !next_piece()) return std::nullopt;
        Piece& piece = *piece_;
        if (!piece.table) {
            const bool readable = piece.intake->check_source(data::Intake::LineEnds::LoneCrToo);
            if (readable) piece.table.emplace(*piece.intake);
            if (!readable || !piece.table->begin()) {
                Record record = failed(std::move(piece.findings));
                piece_.reset();
                return record;
            }
            piece.intake->finish();
            piece.findings = {};  // Of the header: they were reported when it was read first.
        }
        std::optional<data::Value> row;
        const bool more = piece.table->next(row);
        piece.intake->finish();
        Diagnostics findings = std::exchange(piece.findings, Diagnostics());
        if (more) {
            const std::size_t at = row                        ? row->span.begin
                                   : findings.items().empty() ? 0
                                                              : findings.items()[0].span.begin;
            const std::uint32_t line = piece.lines.line_of(*piece.source, at);
            return Record{file_, line, ParsedRecord{std::move(row), piece.sources, std::move(findings)}};
        }
        if (findings.has_errors()) {  // A row that never ended.
            Record record = failed(std::move(findings));
            piece_.reset();
            return record;
        }
        piece_.reset();
    }
}

std::optional<double> CsvRecords::progress() const {
    const auto size = stream_->size();
    if (!size || *size == 0) return std::nullopt;
    return static_cast<double>(taken_) / static_cast<double>(*size);
}

}  // namespace vanban::batch
