foreach(area document document_template document_height)
  taizhang_test(test_${area} test_${area}.c)
  target_link_libraries(test_${area} PRIVATE taizhang_documents PkgConfig::LIBZIP)
endforeach()
