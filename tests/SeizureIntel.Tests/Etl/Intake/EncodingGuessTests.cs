using System.IO;
using System.Linq;
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
    [InlineData(
        "windows-1250",
        "Nr;Data ujawn.;Miejsce;Towar;Ilość;Śr. transportu\n"
            + "1;05.01.2024;Łódź;papierosy bez znaków akcyzy;13 310;samochód dost.\n"
            + "2;06.01.2024;Bełżec;susz tytoniowy;1 070,4;wagon kol.\n"
            + "3;07.01.2024;Świecko;spirytus skażony;5,2;sam. ciężarowy\n"
    )]
    [InlineData(
        "iso-8859-2",
        "číslo;datum záchytu;místo;zboží;množství\n"
            + "1;3. 1. 2024;Český Těšín;cigarety bez známky;4 000\n"
            + "2;5. 1. 2024;Říčany;řezaný tabák;12,5\n"
            + "3;9. 2. 2024;Zlín;líh kvasný;300\n"
    )]
    [InlineData(
        "windows-1250",
        "sorszám;lefoglalás dátuma;hely;áru megnevezése;mennyiség\n"
            + "1;2024.01.05.;Röszke;cigaretta zárjegy nélkül;4000\n"
            + "2;2024.01.06.;Győr;vágott dohány;12,5\n"
            + "3;2024.02.01.;Záhony;gépjármű üzemanyagtartályába rejtett fűszer;3\n"
    )]
    [InlineData(
        "windows-1251",
        "№ з/п;Дата;Митниця;Предмет правопорушення;К-сть\n"
            + "1;10.01.2023;Львівська митниця;старовинні монети, ікони;23\n"
            + "2;11.01.2023;Київська митниця;сигарети без марок акцизного податку;500\n"
    )]
    [InlineData(
        "windows-1251",
        "№;Дата на задържане;Митница;Вид стока;Количество\n"
            + "1;10.01.2023;Капитан Андреево;цигари без бандерол;500\n"
            + "2;12.01.2023;Русе;хероин;2,5\n"
    )]
    [InlineData(
        "windows-1252",
        "N° constatation;Date;Lieu;Nature;Quantité\n"
            + "1;05/01/2024;Orly;Cocaïne;1,7\n"
            + "2;06/01/2024;Fos-sur-Mer;Tabac à rouler contrefait;120\n"
            + "3;07/01/2024;Besançon;Résine de cannabis;4\n"
    )]
    [InlineData(
        "iso-8859-15",
        "lfd. Nr.;Datum;Ort;Ware;Menge;Wert (€)\n"
            + "1;05.01.2024;Lörrach;Unversteuerte Zigaretten für den Eigenbedarf;4000;1200\n"
            + "2;06.01.2024;Köln;Rauchgerät;1;50\n"
    )]
    [InlineData(
        "windows-1253",
        "Α/Α;Ημερομηνία;Τελωνείο;Είδος;Ποσότητα\n"
            + "1;05/01/2024;Πειραιάς;λαθραία τσιγάρα;5000\n"
            + "2;06/01/2024;Ηγουμενίτσα;ακατέργαστη κάνναβη;12,5\n"
    )]
    [InlineData(
        "iso-8859-7",
        "Α/Α;Ημερομηνία;Τελωνείο;Είδος;Ποσότητα\n"
            + "1;05/01/2024;Πειραιάς;λαθραία τσιγάρα;5000\n"
            + "2;06/01/2024;Ηγουμενίτσα;ακατέργαστη κάνναβη;12,5\n"
    )]
    [InlineData(
        "windows-1254",
        "SIRA NO;OLAY TARİHİ;OLAY YERİ;EŞYANIN CİNSİ;MİKTARI\n"
            + "1;5 Ocak 2023;Ağrı;kaçak sigara;500\n"
            + "2;7 Şubat 2023;Iğdır;uyuşturucu hap;1.200\n"
    )]
    [InlineData("iso-8859-9", "sıra;tarih;yer;eşya;miktar\n1;5 Ocak 2023;Kapıkule;kaçak çay;500\n2;7 Mart 2023;Gürbulak;akaryakıt;1.200\n")]
    [InlineData(
        "windows-1255",
        "מספר;תאריך תפיסה;מקום;סוג הטובין;כמות\n" + "1;05/01/2024;נמל אשדוד;סיגריות מוברחות;5000\n" + "2;06/01/2024;מעבר טאבה;חשיש;12\n"
    )]
    [InlineData(
        "windows-1256",
        "م;رقم المحضر;تاريخ الضبط;الصنف المضبوط;الكمية\n" + "1;520;06/01/2024;أدوية بشرية غير مسجلة;1252\n" + "2;521;07/01/2024;معسل;1654\n"
    )]
    [InlineData(
        "iso-8859-6",
        "م;رقم المحضر;تاريخ الضبط;الصنف المضبوط;الكمية\n" + "1;520;06/01/2024;أدوية بشرية غير مسجلة;1252\n" + "2;521;07/01/2024;معسل;1654\n"
    )]
    [InlineData(
        "windows-1256",
        "رديف;تاريخ کشف;محل کشف;نوع کالا;مقدار\n1;1402/01/05;گمرک بازرگان;سيگار قاچاق;5000\n2;1402/02/06;چابهار;ترياک;12\n"
    )]
    [InlineData(
        "windows-1257",
        "Nr.;Data;Vieta;Prekė;Kiekis\n"
            + "1;2024-01-05;Šalčininkai;cigaretės su baltarusiškomis banderolėmis;5000\n"
            + "2;2024-01-06;Kybartai;rūkomasis tabakas, paslėptas automobilyje;12\n"
    )]
    [InlineData(
        "windows-1257",
        "Nr.;datums;vieta;prece;daudzums\n"
            + "1;05.01.2024;Terehova;nelegālas cigaretes bez akcīzes markām;5000\n"
            + "2;06.01.2024;Rīga;kokaīns sūtījumā;12\n"
    )]
    [InlineData(
        "koi8-r",
        "N;дата;место;товар;количество\n"
            + "1;05.01.2024;Псков;сигареты без акцизных марок;500\n"
            + "2;06.01.2024;Брянск;гашиш в тайнике автомобиля;12\n"
    )]
    [InlineData(
        "koi8-u",
        "N;дата;місце;товар;кількість\n"
            + "1;05.01.2024;Львів;цигарки без акцизних марок;500\n"
            + "2;06.01.2024;Чернівці;гашиш у схованці автомобіля;12\n"
    )]
    [InlineData(
        "ibm866",
        "№;дата;место;товар;количество\n"
            + "1;05.01.2024;Псков;сигареты без акцизных марок;500\n"
            + "2;06.01.2024;Брянск;гашиш в тайнике автомобиля;12\n"
    )]
    [InlineData(
        "iso-8859-5",
        "№;дата;место;товар;количество\n"
            + "1;05.01.2024;Псков;сигареты без акцизных марок;500\n"
            + "2;06.01.2024;Брянск;гашиш в тайнике автомобиля;12\n"
    )]
    [InlineData(
        "ibm850",
        "nº;fecha;lugar;mercancía;cantidad\n"
            + "1;05/01/2024;Cádiz;cigarrillos sin precinta;500\n"
            + "2;06/01/2024;La Línea de la Concepción;hachís;12\n"
            + "3;07/01/2024;Logroño;anís y coñac;3\n"
    )]
    [InlineData(
        "ibm852",
        "Lp.;Data;Miejsce;Towar;Ilość\n"
            + "1;05.01.2024;Łódź;papierosy bez znaków akcyzy;13 310\n"
            + "2;06.01.2024;Bełżec;susz tytoniowy;1 070,4\n"
            + "3;07.01.2024;Świecko;wódka w skrzyni ładunkowej;5\n"
    )]
    [InlineData(
        "windows-874",
        "ลำดับ;วันที่;ด่าน;ชนิดสินค้า;จำนวน\n"
            + "1;05/01/2567;ท่าเรือกรุงเทพ;บุหรี่ต่างประเทศ;500\n"
            + "2;06/01/2567;สุวรรณภูมิ;ยาบ้า;1200\n"
    )]
    [InlineData(
        "big5",
        "編號;查獲日期;地點;貨物名稱;數量\n1;2024/01/05;桃園機場;未稅香菸;500\n2;2024/01/06;基隆港;安非他命;12\n3;2024/01/07;高雄關;走私農產品;3\n"
    )]
    [InlineData(
        "gb18030",
        "序号,查获日期,海关,商品名称,数量\n1,2023年1月3日,广州海关,干海马,12\n2,2023年1月12日,南宁海关,活体乌龟,14\n3,2023年1月13日,拱北海关,卷烟,200\n"
    )]
    [InlineData(
        "euc-kr",
        "번호,적발일자,세관,품명,수량\n1,2024-01-05,인천공항세관,필로폰,3\n2,2024-01-06,부산세관,밀수 담배,500\n3,2024-01-07,평택세관,위조 가방,20\n"
    )]
    [InlineData(
        "euc-jp",
        "番号,摘発日,税関,品名,数量\n1,2024-01-05,東京税関,覚醒剤,3\n2,2024-01-06,成田空港,大麻クッキー,5\n3,2024-01-07,横浜税関,偽ブランドのバッグ,20\n"
    )]
    [InlineData(
        "shift_jis",
        "番号,摘発日,税関,品名,数量\n1,2024-01-05,東京税関,覚醒剤,3\n2,2024-01-06,成田空港,大麻クッキー,5\n3,2024-01-07,横浜税関,偽ブランドのバッグ,20\n"
    )]
    public void A_table_as_an_office_writes_it_is_read_in_the_encoding_of_its_country(string name, string text)
    {
        using RawFile file = Received.Bytes(CodePagesEncodingProvider.Instance.GetEncoding(name)!.GetBytes(text));
        string mark = text.Contains(';', System.StringComparison.Ordinal) ? ";" : ",";
        string[] lines = text.Split('\n', System.StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(lines[0].Split(mark), file.Columns);
        Assert.Equal(lines[1..], Received.Rows(file).Select(r => r.Replace("|", mark, System.StringComparison.Ordinal)).ToArray());
        Assert.DoesNotContain("encoding_certainty", file.ReadAs.Keys);
    }

    // Windows-1258 writes the tone of a vowel as a sign of its own.
    [Fact]
    public void Vietnamese_is_told_by_its_tones()
    {
        const string Text =
            "STT;Nga\u0300y;Đi\u0323a điê\u0309m;Ha\u0300ng hoa\u0301;Sô\u0301 lươ\u0323ng\n1;05/01/2024;Mo\u0301ng Ca\u0301i;"
            + "thuô\u0301c la\u0301 nhâ\u0323p lâ\u0323u;500\n";
        using RawFile file = Received.Bytes(CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes(Text));
        Assert.Equal("windows-1258", file.ReadAs["encoding"]);
        Assert.Equal(Text.Split('\n')[0].Split(';'), file.Columns);
    }

    [Fact]
    public void Where_two_encodings_give_words_the_other_one_is_spoken_of()
    {
        // ñ in Windows-1252, ń in Windows-1250: nothing else tells.
        byte[] bytes = [.. "a;b\n1;Pe"u8, 0xf1, .. "a\n"u8];
        using RawFile file = Received.Bytes(bytes);
        Assert.Equal("windows-1252", file.ReadAs["encoding"]);
        Assert.Equal("likely", file.ReadAs["encoding_certainty"]);
    }

    [Theory]
    [InlineData("date;Value (€)\n2024-01-05;12\n")]
    [InlineData("date;place\n2024-01-05;2 – Arrivals\n")]
    [InlineData("date;goods\n2024-01-05;tea, coffee etc…\n")]
    [InlineData("date;note\n2024-01-05;it’s tea\n")]
    [InlineData("date;amount\n2024-01-05;1\u00a0250\n")]
    [InlineData("date;goods\n2024-01-05;• tea\n")]
    public void One_sign_in_a_file_without_accents_makes_it_no_dos_page(string text)
    {
        using RawFile file = Received.Bytes(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));
        Assert.Equal("windows-1252", file.ReadAs["encoding"]);
        Assert.DoesNotContain("encoding_certainty", file.ReadAs.Keys);
        Assert.Equal(text.Split('\n')[0].Split(';'), file.Columns);
        Assert.Equal(text.Split('\n')[1].Replace(';', '|'), Received.Rows(file)[0]);
    }

    [Theory]
    [InlineData("lugar;kg\nM\u00e1laga;1\n")]
    [InlineData("lugar;kg\nPer\u00fa;1\n")]
    [InlineData("ort;kg\nMalm\u00f6;1\n")]
    [InlineData("lieu;kg\nCaf\u00e9;1\n")]
    public void One_letter_in_a_word_makes_a_dos_page(string text)
    {
        using RawFile file = Received.Bytes(CodePagesEncodingProvider.Instance.GetEncoding(850)!.GetBytes(text));
        Assert.Equal(text.Split('\n')[1].Replace(';', '|'), Received.Rows(file)[0]);
    }

    [Fact]
    public void How_sure_the_encoding_is_stays_known_when_the_file_is_opened_again()
    {
        var facts = new FileFacts();
        using var bytes = new MemoryStream([.. "a;b\n1;Pe"u8, 0xf1, .. "a\n"u8]);
        FileIntake.Open(bytes, "a.csv", new IntakeOptions(), facts).Dispose();
        using RawFile again = FileIntake.Open(bytes, "a.csv", new IntakeOptions(), facts);
        Assert.Equal("likely", again.ReadAs["encoding_certainty"]);
    }

    [Theory]
    [InlineData("gb18030", "a;b\n1;kg\n", "gb18030")]
    [InlineData("windows-1250", "a;b\n1;kg\n", "windows-1250")]
    [InlineData("windows-1250", "a;b\n1;Łódź\n", "utf-8")]
    public void A_stated_encoding_gives_way_only_where_letters_show_it_wrong(string stated, string text, string found)
    {
        using RawFile file = Received.Bytes(Encoding.UTF8.GetBytes(text), new IntakeOptions { Encoding = stated });
        Assert.Equal(found, file.ReadAs["encoding"]);
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
