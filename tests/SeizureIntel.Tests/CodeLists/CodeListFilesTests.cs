using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using Xunit;

namespace SeizureIntel.Tests.CodeLists;

public sealed class CodeListFilesTests
{
    [Fact]
    public void A_row_gives_code_parent_labels_aliases_and_attributes()
    {
        CodeList list = Parse("code,parent,label_en,label_de,aliases,factor\nKGM,,kilogram,Kilogramm,kg|kilo,1\nGRM,KGM,gram,,g,0.001\n");

        Code gram = list.FindCode("grm")!;
        Assert.Equal("KGM", gram.Parent);
        Assert.Equal("gram", gram.Label);
        Assert.False(gram.Labels.ContainsKey("de"));
        Assert.Equal("0.001", gram.Attribute("factor"));
        Assert.Equal("KGM", list.Find("Kilo")!.Value);
        Assert.Equal("KGM", list.Find("KILOGRAMM")!.Value);
    }

    [Fact]
    public void A_quoted_cell_keeps_commas_quotes_and_line_ends()
    {
        CodeList list = Parse("code,parent,label_en,aliases,note\r\nA,,\"Sea, \"\"high\"\"\",,\"two\r\nlines\"\r\nB,,Road,,\r\n");

        Assert.Equal("Sea, \"high\"", list.FindCode("A")!.Label);
        Assert.Equal("two\r\nlines", list.FindCode("A")!.Attribute("note"));
        Assert.Equal("Road", list.FindCode("B")!.Label);
    }

    [Fact]
    public void A_byte_order_mark_and_a_missing_last_line_end_do_not_matter() =>
        Assert.Equal("B", Parse("\uFEFFcode,parent,label_en,aliases\nA,,One,\nB,,Two,").Codes[1].Value);

    [Fact]
    public void Other_files_of_the_folder_are_passed_over_and_a_list_is_named_after_its_file()
    {
        CodeListSet set = CodeListFiles.Parse(
            new Dictionary<string, string>
            {
                ["PROVENANCE.md"] = "# not a list",
                ["units.csv"] = "code,parent,label_en,aliases\nKGM,,kilogram,\n",
            }
        );

        Assert.Equal(["units"], set.Lists.Select(l => l.Name));
    }

    [Theory]
    [InlineData("", "no codes")]
    [InlineData("code,parent,label_en,aliases\n", "no codes")]
    [InlineData("code,parent,label_de,aliases\nA,,x,\n", "line 1: found the columns code,parent,label_de,aliases; expected label_en")]
    [InlineData("code,parent,label_en,label_deu,aliases\nA,,x,,\n", "line 1: found the column 'label_deu'")]
    [InlineData("code,parent,label_en,aliases\nA,,x\n", "line 2: found 3 cells, expected 4")]
    [InlineData("code,parent,label_en,aliases\nA,,x,\n\nB,,y,\n", "line 3: found 1 cells, expected 4")]
    [InlineData("code,parent,label_en,aliases\n,,x,\n", "line 2: the cell 'code' is empty")]
    [InlineData("code,parent,label_en,aliases\nA,,,\n", "line 2: 'A' has no label_en")]
    [InlineData("code,parent,label_en,aliases\nA,, x,\n", "line 2: ' x' under label_en starts or ends with a blank")]
    [InlineData("code,parent,label_en,aliases\nA,,x,\na,,y,\n", "line 3: the code 'a' stands on line 2 already")]
    [InlineData("code,parent,label_en,aliases\nA,B,x,\n", "line 2: 'A' names the parent 'B'")]
    [InlineData("code,parent,label_en,aliases\nA,,x,p||q\n", "line 2: an alias of 'A' is empty")]
    [InlineData("code,parent,label_en,aliases\nA,,x,same\nB,,y,Same!\n", "the text 'Same!' means both A and B")]
    [InlineData("code,parent,label_en,aliases\nA,,\"x,\n", "line 2: a quoted cell is never closed")]
    [InlineData("code,parent,label_en,aliases\nA,,\"x\"y,\n", "line 2: 'y' follows a closing quote")]
    [InlineData("code,parent,label_en,aliases\nA,,x\"y,\n", "line 2: a quote stands inside a cell")]
    public void A_broken_file_is_refused_with_file_line_and_what_was_expected(string text, string expected)
    {
        FormatException problem = Assert.Throws<FormatException>(() => Parse(text));

        Assert.StartsWith("list.csv", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    private static CodeList Parse(string text) => CodeListFiles.Parse(new Dictionary<string, string> { ["list.csv"] = text })["list"];
}
