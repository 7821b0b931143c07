using System.Text;
using SeizureIntel.Etl.Intake;
using Xunit;

namespace SeizureIntel.Tests.Etl.Intake;

public sealed class EncodingGuessTests
{
    [Theory]
    [InlineData("windows-1251", "дата,товар,место\n2020-01-01,сигареты,Псковская таможня\n2020-01-02,Кокаин,Брянск\n")]
    [InlineData("koi8-r", "дата,товар,место\n2020-01-01,сигареты,Псковская таможня\n2020-01-02,Кокаин,Брянск\n")]
    [InlineData("ibm866", "дата,товар,место\n2020-01-01,сигареты,Псковская таможня\n2020-01-02,Кокаин,Брянск\n")]
    [InlineData("iso-8859-5", "дата,товар,место\n2020-01-01,сигареты,Псковская таможня\n2020-01-02,Кокаин,Брянск\n")]
    [InlineData("windows-1250", "data,miejsce,ilość\n2020-01-01,Białystok w środku żółć,1\n2020-01-02,Łódź,2\n2020-01-02,Gdańsk część,2\n")]
    [InlineData("iso-8859-2", "data,miejsce,ilość\n2020-01-01,Białystok w środku żółć,1\n2020-01-02,Łódź,2\n2020-01-02,Gdańsk część,2\n")]
    [InlineData("windows-1254", "tarih,yer,ürün\n2020-01-01,Iğdır Işık Şırnak,kaçak çay\n2020-01-02,Ağrı Doğubayazıt,sigara\n")]
    [InlineData("windows-1256", "التاريخ,المكان,الصنف\n2020-01-01,البطحاء,سجائر\n2020-01-02,الحديثة,حشيش\n")]
    [InlineData("windows-1253", "ημερομηνία,τόπος,είδος\n2020-01-01,Πειραιάς,τσιγάρα\n2020-01-02,Θεσσαλονίκη,κοκαΐνη\n")]
    [InlineData("gb18030", "日期,口岸,毒品种类\n2020-01-01,罗湖口岸,可卡因\n2020-01-02,皇岗海关,海洛因\n")]
    [InlineData("big5", "日期,地點,毒品種類\n2020-01-01,羅湖管制站,可卡因\n2020-01-02,國際機場,海洛英\n")]
    [InlineData("shift_jis", "日付,場所,品名\n2020-01-01,成田空港,コカイン\n2020-01-02,横浜港で摘発した,たばこ\n")]
    public void An_older_encoding_is_told_by_its_letters(string name, string text)
    {
        byte[] bytes = CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text);
        using RawFile file = Received.Bytes(bytes);
        string[] lines = text.Split('\n');
        Assert.Equal(lines[0].Split(','), file.Columns);
        Assert.Equal(lines[1].Replace(',', '|'), Received.Rows(file)[0]);
    }

    [Theory]
    [InlineData(1200)]
    [InlineData(1201)]
    public void Utf_16_without_a_mark_is_told_by_its_zeros(int page)
    {
        using RawFile file = Received.Bytes(Encoding.GetEncoding(page).GetBytes("date;place;amount\n1;Ж;3\n2;Ж;3\n"));
        Assert.Equal(["1|Ж|3", "2|Ж|3"], Received.Rows(file));
    }

    [Theory]
    [InlineData('^')]
    [InlineData('~')]
    [InlineData('\u00a6')]
    public void A_rare_delimiter_is_found_where_no_usual_one_parts_the_rows(char mark)
    {
        using RawFile file = Received.Text("date^goods, all^kg\n2020-01-01^tea, green^2\n2020-01-02^coffee^3\n".Replace('^', mark));
        Assert.Equal(["date", "goods, all", "kg"], file.Columns);
        Assert.Equal("2020-01-01|tea, green|2", Received.Rows(file)[0]);
    }

    [Fact]
    public void Single_quotes_are_quotes_where_double_ones_are_not_used()
    {
        using RawFile file = Received.Text("'date','goods'\n'2020-01-01','tea, green'\n'2020-01-02','it''s coffee'\n");
        Assert.Equal(["date", "goods"], file.Columns);
        Assert.Equal(["2020-01-01|tea, green", "2020-01-02|it's coffee"], Received.Rows(file));
    }

    [Fact]
    public void A_zip_of_one_file_is_that_file_and_one_of_two_is_refused()
    {
        using RawFile file = Received.Bytes(Received.Zip([("data.csv", "a,b\n1,2\n3,4\n")]));
        Assert.Equal(["1|2", "3|4"], Received.Rows(file));
        Assert.Equal("zip", file.ReadAs["compression"]);
        Assert.Equal("zip_as_csv", Received.CodeOf(() => Received.Bytes(Received.Zip([("a.csv", "a,b\n1,2\n"), ("b.csv", "a,b\n")]))));
    }
}
