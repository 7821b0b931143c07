using System.IO;
using System.Linq;
using System.Text;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class RecordFileTests
{
    [Theory]
    [InlineData("[{\"a\":\"1\",\"b\":2.50},{\"b\":true,\"c\":null},{\"a\":\"é\"}]", "json")]
    [InlineData("{\"a\":\"1\",\"b\":2.50}\n{\"b\":true,\"c\":null}\n{\"a\":\"é\"}\n", "ndjson")]
    [InlineData(
        "{\"meta\":{\"n\":3,\"tags\":[\"x\"]},\"rows\":[{\"a\":\"1\",\"b\":2.50},{\"b\":true,\"c\":null},{\"a\":\"é\"}],\"z\":[1]}",
        "json"
    )]
    public void Objects_become_rows_with_the_union_of_their_names(string text, string format)
    {
        using RawFile file = Received.Text(text);
        Assert.Equal(format, file.ReadAs["format"]);
        Assert.Equal(["a", "b", "c"], file.Columns);
        RawRow[] rows = [.. file.Rows];
        Assert.Equal(["1|2.50|", "|true|", "é||"], rows.Select(r => string.Join('|', r.Cells)).ToArray());
        Assert.Equal([2, 3, 4], rows.Select(r => r.Number).ToArray());
    }

    [Theory]
    [InlineData("ISO-8859-15", "Türverkleidung für 5 €")]
    [InlineData("windows-1251", "тайник в двери")]
    [InlineData("Shift_JIS", "荷台の中")]
    public void Xml_is_read_in_the_encoding_that_it_declares(string name, string text)
    {
        string xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?><l><r><v>{text}</v></r><r><v>{text}</v></r></l>";
        using RawFile file = Received.Bytes(CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(xml));
        Assert.Equal([text, text], Received.Rows(file));
    }

    [Fact]
    public void Nested_values_are_named_by_their_path_and_lists_are_joined()
    {
        using RawFile file = Received.Text("[{\"p\":{\"lat\":1,\"xy\":[3,4]},\"q\":[\"u\",\"v\"],\"r\":[{\"s\":5},{\"s\":6}],\"t\":7}]");
        Assert.Equal(["p.lat", "p.xy", "q", "r.s", "t"], file.Columns);
        Assert.Equal("1|3;4|u;v|5;6|7", Received.Rows(file)[0]);
    }

    [Fact]
    public void Json_in_utf_16_with_a_mark_is_read()
    {
        using RawFile file = Received.Bytes([0xff, 0xfe, .. Encoding.Unicode.GetBytes("[{\"a\":\"ж\"}]")]);
        Assert.Equal(["ж"], Received.Rows(file));
    }

    // The answer of an open-data server: the records stand two objects deep, beside a shorter list that describes them.
    [Fact]
    public void The_longest_list_within_objects_holds_the_records()
    {
        using RawFile file = Received.Text(
            "{\"help\":\"h\",\"result\":{\"fields\":[{\"id\":\"a\"}],\"more\":{\"records\":[{\"z\":1}]},"
                + "\"records\":[{\"a\":1,\"g\":[{\"k\":7}]},{\"a\":2}],\"total\":2},\"records\":[]}"
        );
        Assert.Equal(["a", "g.k"], file.Columns);
        Assert.Equal("result.records", file.ReadAs["list"]);
        Assert.Equal(["1|7", "2|"], Received.Rows(file));
    }

    [Fact]
    public void What_was_found_once_reads_the_file_alike_again()
    {
        foreach (string text in (string[])["{\"x\":[{\"a\":1},{\"b\":2}]}", "<d><s a=\"1\"/><s b=\"2\"/></d>", "{\"a\":1}\n{\"b\":2}\n"])
        {
            var facts = new FileFacts();
            for (int i = 0; i < 2; i++)
            {
                using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
                using RawFile file = FileIntake.Open(bytes, "a", new IntakeOptions(), facts);
                Assert.Equal(["a", "b"], file.Columns);
                Assert.Equal(["1|", "|2"], Received.Rows(file));
            }

            Assert.Equal(["a", "b"], facts.Records!.Value.Names);
        }
    }

    [Fact]
    public void Two_lists_in_one_object_are_refused() =>
        Assert.Equal("bad_json", Received.CodeOf(() => Received.Text("{\"x\":[{\"a\":1}],\"y\":[{\"a\":1}]}")));

    [Theory]
    [InlineData("<rows><row><a>1</a><b>x y</b></row><row><b>z</b><c/></row></rows>")]
    [InlineData("<response><row><row><a>1</a><b>x y</b></row><row><b>z</b><c></c></row></row></response>")]
    [InlineData("<?xml version=\"1.0\"?><d><head><t>T</t></head><s a=\"1\" b=\"x y\"/><s b=\"z\" c=\"\"/></d>")]
    public void Repeated_elements_become_rows(string text)
    {
        using RawFile file = Received.Text(text);
        Assert.Equal("xml", file.ReadAs["format"]);
        Assert.Equal(["a", "b", "c"], file.Columns);
        Assert.Equal(["1|x y|", "|z|"], Received.Rows(file));
    }

    [Fact]
    public void A_repeated_element_within_a_record_is_a_list()
    {
        using RawFile file = Received.Text("<d><s><p>1</p><p>2</p><q><r>3</r></q></s><s><p>4</p></s></d>");
        Assert.Equal(["p", "q.r"], file.Columns);
        Assert.Equal(["1;2|3", "4|"], Received.Rows(file));
    }

    // Text around an element within a text, and of a record that has attributes.
    [Fact]
    public void No_text_within_a_record_is_lost()
    {
        using RawFile file = Received.Text("<d><s a=\"1\">tea<n>Seized <b>3 kg</b> of it</n></s><s a=\"2\">rice</s></d>");
        Assert.Equal(["a", "s", "n", "n.b"], file.Columns);
        Assert.Equal(["1|tea|Seized;of it|3 kg", "2|rice||"], Received.Rows(file));
    }

    // As mysql --xml and phpMyAdmin write them.
    [Theory]
    [InlineData("field")]
    [InlineData("column")]
    public void Values_that_state_their_column_are_named_by_it(string element)
    {
        string Row(string day, string goods) =>
            $"<row><{element} name=\"Day\">{day}</{element}><{element} name=\"Goods\">{goods}</{element}></row>";
        using RawFile file = Received.Text($"<resultset>{Row("9 Feb", "tea")}{Row("10 Feb", "")}</resultset>");
        Assert.Equal(["Day", "Goods"], file.Columns);
        Assert.Equal(["9 Feb|tea", "10 Feb|"], Received.Rows(file));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\ufeff\r\n  ")]
    public void Blanks_before_the_declaration_are_passed_over(string blanks)
    {
        using RawFile file = Received.Text(blanks + "<?xml version=\"1.0\"?><d><s><a>1</a></s><s><a>2</a></s></d>");
        Assert.Equal(["1", "2"], Received.Rows(file));
    }

    [Fact]
    public void The_real_answer_of_an_open_data_service_is_read()
    {
        string? path = Received.Shared("colombia_estupefacientes_2018/socrata_data.json");
        Assert.SkipWhen(path is null, Received.Skip);
        using FileStream stream = File.OpenRead(path);
        using RawFile file = FileIntake.Open(stream, "socrata_data.json", new IntakeOptions());
        Assert.Contains("municipio", file.Columns);
        Assert.Equal(10, file.Columns.Count);
        Assert.Equal(1000, file.Rows.Count());
    }

    // Half of a pair in UTF-16: the transcoding stream would throw out of the intake.
    [Fact]
    public void Json_whose_letters_its_encoding_does_not_allow_is_refused()
    {
        byte[] text =
        [
            0xff,
            0xfe,
            .. System.Text.Encoding.Unicode.GetBytes("[{\"a\":\"x"),
            0x00,
            0xd8,
            .. System.Text.Encoding.Unicode.GetBytes("y\"}]"),
        ];
        Assert.Equal("wrong_encoding", Received.CodeOf(() => Received.Bytes(text)));
    }
}
