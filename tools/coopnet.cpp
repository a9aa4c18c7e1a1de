#include "common/frame.hpp"

int main(int argc, char** argv) { return coopnet::tools::run(argc, argv); }
