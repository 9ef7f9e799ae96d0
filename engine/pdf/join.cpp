// By qpdf, through its C functions; loaded when it is needed, as few who run the program ever do.
#include "pdf/join.hpp"

#include <dlfcn.h>
#include <qpdf/qpdf-c.h>

#include <array>
#include <memory>
#include <utility>

namespace vanban::pdf {
namespace {

/// Versions 12 and 11.
constexpr std::array kLibraries{"libqpdf.so.30", "libqpdf.so.29"};

/// The functions of the library that are used.
struct Qpdf {
    decltype(&qpdf_init) init;
    decltype(&qpdf_cleanup) cleanup;
    decltype(&qpdf_set_suppress_warnings) set_suppress_warnings;
    decltype(&qpdf_silence_errors) silence_errors;
    decltype(&qpdf_empty_pdf) empty_pdf;
    decltype(&qpdf_read_memory) read_memory;
    decltype(&qpdf_get_num_pages) get_num_pages;
    decltype(&qpdf_get_page_n) get_page_n;
    decltype(&qpdf_add_page) add_page;
    decltype(&qpdf_get_trailer) get_trailer;
    decltype(&qpdf_get_root) get_root;
    decltype(&qpdf_oh_get_key) get_key;
    decltype(&qpdf_oh_has_key) has_key;
    decltype(&qpdf_oh_replace_key) replace_key;
    decltype(&qpdf_oh_unparse_resolved) unparse;
    decltype(&qpdf_oh_parse) parse;
    decltype(&qpdf_make_indirect_object) make_indirect_object;
    decltype(&qpdf_init_write_memory) init_write_memory;
    decltype(&qpdf_set_deterministic_ID) set_deterministic_id;
    decltype(&qpdf_set_object_stream_mode) set_object_stream_mode;
    decltype(&qpdf_write) write;
    decltype(&qpdf_get_buffer) get_buffer;
    decltype(&qpdf_get_buffer_length) get_buffer_length;
    decltype(&qpdf_has_error) has_error;
    decltype(&qpdf_get_error) get_error;
    decltype(&qpdf_get_error_full_text) get_error_full_text;
};

template <class Function>
bool find(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(::dlsym(library, name));
    return function != nullptr;
}

bool find_all(void* library, Qpdf& to) {
    return find(library, "qpdf_init", to.init) && find(library, "qpdf_cleanup", to.cleanup) &&
           find(library, "qpdf_set_suppress_warnings", to.set_suppress_warnings) &&
           find(library, "qpdf_silence_errors", to.silence_errors) && find(library, "qpdf_empty_pdf", to.empty_pdf) &&
           find(library, "qpdf_read_memory", to.read_memory) && find(library, "qpdf_get_num_pages", to.get_num_pages) &&
           find(library, "qpdf_get_page_n", to.get_page_n) && find(library, "qpdf_add_page", to.add_page) &&
           find(library, "qpdf_get_trailer", to.get_trailer) && find(library, "qpdf_get_root", to.get_root) &&
           find(library, "qpdf_oh_get_key", to.get_key) && find(library, "qpdf_oh_has_key", to.has_key) &&
           find(library, "qpdf_oh_replace_key", to.replace_key) &&
           find(library, "qpdf_oh_unparse_resolved", to.unparse) && find(library, "qpdf_oh_parse", to.parse) &&
           find(library, "qpdf_make_indirect_object", to.make_indirect_object) &&
           find(library, "qpdf_init_write_memory", to.init_write_memory) &&
           find(library, "qpdf_set_deterministic_ID", to.set_deterministic_id) &&
           find(library, "qpdf_set_object_stream_mode", to.set_object_stream_mode) &&
           find(library, "qpdf_write", to.write) && find(library, "qpdf_get_buffer", to.get_buffer) &&
           find(library, "qpdf_get_buffer_length", to.get_buffer_length) &&
           find(library, "qpdf_has_error", to.has_error) && find(library, "qpdf_get_error", to.get_error) &&
           find(library, "qpdf_get_error_full_text", to.get_error_full_text);
}

/// The library stays loaded.
Result<Qpdf> load() {
    Qpdf functions{};
    for (const char* const name : kLibraries)
        if (void* const library = ::dlopen(name, RTLD_NOW | RTLD_LOCAL); library && find_all(library, functions))
            return functions;
    return fail(Code::pdf_no_qpdf, {});
}

/// A document of the library.
class Document {
public:
    explicit Document(const Qpdf& functions) : functions_(&functions), handle_(functions.init(), {&functions}) {
        functions.set_suppress_warnings(get(), QPDF_TRUE);
        functions.silence_errors(get());
    }
    qpdf_data get() const { return handle_.get(); }
    /// Why the last step failed, in the library's words; empty: it did not.
    std::string error() const {
        if (!functions_->has_error(get())) return {};
        return functions_->get_error_full_text(get(), functions_->get_error(get()));
    }

private:
    struct Cleanup {
        const Qpdf* functions;
        void operator()(_qpdf_data* data) const { functions->cleanup(&data); }
    };
    const Qpdf* functions_;
    std::unique_ptr<_qpdf_data, Cleanup> handle_;
};

/// Pages of several documents on their way into one.
class Joiner {
public:
    Joiner(const Qpdf& functions, BlankPages blank_pages)
        : functions_(functions), blank_pages_(blank_pages), whole_(functions) {
        functions_.empty_pdf(whole_.get());
    }

    /// `file` stays until the end. What is wrong with it, or nothing.
    std::string add(const std::string& file) {
        const Document& part = parts_.emplace_back(functions_);
        functions_.read_memory(part.get(), "", file.data(), file.size(), nullptr);
        const int pages = functions_.get_num_pages(part.get());
        if (pages <= 0) return part.error();
        if (parts_.size() == 1) copy_properties(part);
        if (blank_pages_ == BlankPages::Kept && pages_ % 2 == 1) add_blank(part);
        for (int page = 0; page < pages; ++page)
            functions_.add_page(whole_.get(), part.get(), functions_.get_page_n(part.get(), static_cast<size_t>(page)),
                                QPDF_FALSE);
        pages_ += pages;
        return whole_.error();
    }

    Result<std::string> finish() {
        const qpdf_data whole = whole_.get();
        functions_.init_write_memory(whole);
        functions_.set_deterministic_id(whole, QPDF_TRUE);
        functions_.set_object_stream_mode(whole, qpdf_o_generate);
        functions_.write(whole);
        if (const std::string error = whole_.error(); !error.empty()) return fail(Code::pdf_not_joined, {}, {error});
        return std::string(reinterpret_cast<const char*>(functions_.get_buffer(whole)),
                           functions_.get_buffer_length(whole));
    }

private:
    /// `to` becomes what `from` is in its own document; references in it would be lost.
    void copy(const Document& part, qpdf_oh from, qpdf_oh to, const char* key) {
        if (!functions_.has_key(part.get(), from, key)) return;
        const qpdf_oh value = functions_.get_key(part.get(), from, key);
        const char* const text = functions_.unparse(part.get(), value);
        functions_.replace_key(whole_.get(), to, key, functions_.parse(whole_.get(), text));
    }
    void copy_properties(const Document& part) {
        copy(part, functions_.get_trailer(part.get()), functions_.get_trailer(whole_.get()), "/Info");
        copy(part, functions_.get_root(part.get()), functions_.get_root(whole_.get()), "/Lang");
    }
    /// A page of the size of the first one of `like`.
    void add_blank(const Document& like) {
        const qpdf_oh blank = functions_.parse(whole_.get(), "<< /Type /Page /Resources << >> >>");
        copy(like, functions_.get_page_n(like.get(), 0), blank, "/MediaBox");
        functions_.add_page(whole_.get(), whole_.get(), functions_.make_indirect_object(whole_.get(), blank),
                            QPDF_FALSE);
        ++pages_;
    }

    const Qpdf& functions_;
    BlankPages blank_pages_;
    std::vector<Document> parts_;  ///< Until the end: pages are copied when they are written.
    Document whole_;
    int pages_ = 0;
};

}  // namespace

Result<std::monostate> find_qpdf() {
    return load().map([](const Qpdf&) { return std::monostate{}; });
}

Result<std::string> join(const std::vector<std::string>& files, BlankPages blank_pages) {
    const Result<Qpdf> functions = load();
    if (!functions) return tl::make_unexpected(functions.error());
    Joiner joiner(*functions, blank_pages);
    for (const std::string& file : files)
        if (std::string error = joiner.add(file); !error.empty())
            return fail(Code::pdf_not_joined, {}, {std::move(error)});
    return joiner.finish();
}

}  // namespace vanban::pdf
