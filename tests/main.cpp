// The entry point of every test program.
#define BOOST_TEST_MODULE vanban
#include <boost/test/unit_test.hpp>

/// Read by the leak sanitizer. libxlsxwriter 1.1.4 never frees the formula of a list of choices that stands in cells.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() {
    return "leak:lxw_strdup\n";
}
