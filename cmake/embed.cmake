# taizhang_embed(OUTPUT NAME FILE...): a C source with the files' texts, in the order given.
#   const struct tz_embedded NAME[]; const size_t NAME_count;
function(taizhang_embed output name)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DNAME=${name} "-DFILES=${ARGN}"
      -P ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    VERBATIM)
endfunction()
