// LibreOffice inside this process, found and loaded at run time (LibreOfficeKit).
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "pdf/job.hpp"

namespace vanban::pdf {

/// The folder `program` of an installed LibreOffice: `wanted` if it holds one, else the usual places.
/// Empty if there is none.
std::optional<std::string> find_libreoffice(const std::string& wanted);

/// A started LibreOffice. It can be started once in a process and cannot be ended but with it, and it may crash on what
/// it reads: see Worker.
class Office {
public:
    /// `folder`: from find_libreoffice. `profile`: an empty folder for its settings. Empty if it does not start.
    static std::optional<Office> start(const std::string& folder, const std::string& profile);
    Office(Office&&) noexcept;
    Office& operator=(Office&&) noexcept;
    ~Office();

    /// Makes the PDF file `to` of the document `from`, both absolute paths. The reason in
    /// LibreOffice's words why there is none; empty: done.
    std::string convert(const std::string& from, const std::string& to, BlankPages blank_pages);

private:
    struct State;
    explicit Office(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace vanban::pdf
