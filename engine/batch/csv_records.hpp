// The rows of a CSV file as records: some at a time from a stream, so that memory does not grow with the file.
#pragma once

#include "batch/line_counter.hpp"
#include "batch/records.hpp"
#include "data/csv_rows.hpp"

namespace vanban::batch {

/// Rows are parsed in pieces of some hundred kilobytes, each behind a copy of the header.
class CsvRecords : public Records {
public:
    CsvRecords(std::string file, std::unique_ptr<Stream> stream, const Limits& limits, const Sources& sources);
    ~CsvRecords() override;

    enum class Header : std::uint8_t { Table, Form, Refused };
    /// Reads the header into `sources`; a form (see data::Table) is no list of records.
    Header begin(Sources& sources, Diagnostics& out);
    std::optional<Record> next() override;
    std::optional<double> progress() const override;

private:
    struct Piece;

    /// Reads on until `least` bytes are there, or the file ends.
    void fill(std::size_t least);
    /// Cuts the next rows off the buffer; false at the end of the file.
    bool next_piece();
    /// Past the last row of the buffer that is there whole; 0 if none is.
    std::size_t whole_rows() const;
    Record failed(Diagnostics findings);

    std::string file_;
    std::unique_ptr<Stream> stream_;
    const Limits& limits_;
    const Sources& sources_;
    std::string header_;       ///< Up to the end of the header row, with its line end.
    std::string buffer_;       ///< What is not yet cut into pieces.
    std::uint32_t line_ = 1;   ///< Of the first byte of the buffer.
    std::uint64_t taken_ = 0;  ///< Bytes of finished pieces.
    char separator_ = ',';
    bool ended_ = false;
    std::unique_ptr<Piece> piece_;
};

}  // namespace vanban::batch
