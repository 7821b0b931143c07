using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Tests.Etl;
using SeizureIntel.Tests.Ports;
using Xunit;

namespace SeizureIntel.Tests.Reading;

public sealed class LexiconReaderTests : TextReaderContract
{
    protected override ITextReader Reader => Readers.Lexicon;

    [Theory]
    [InlineData("Officers found 25kg of heroin hidden in a cover load of crisps.", "heroin", "25", "KGM")]
    [InlineData("Se incautaron 3,5 kilos de cocaína ocultos en una maleta.", "cocaine", "3.5", "KGM")]
    [InlineData("Foram apreendidas seis toneladas de maconha escondidas no compartimento de carga.", "cannabis_herb", "6", "TNE")]
    [InlineData("Les douaniers ont saisi 1 200 cigarettes dissimulées sous le siège.", "cigarettes", "1200", "STICK")]
    [InlineData("Ujawniono 12,5 kg amfetaminy ukrytej w kole zapasowym.", "amphetamine", "12.5", "KGM")]
    [InlineData("海關檢獲約一點二公斤懷疑可卡因，市值約一百二十二萬元。", "cocaine", "1.2", "KGM")]
    [InlineData("海关查获穿山甲鳞片３２０公斤。", "pangolin_scales", "320", "KGM")]
    [InlineData("檢獲約一百三十萬支懷疑私煙，藏於貨櫃車內。", "cigarettes", "1300000", "STICK")]
    [InlineData("海關檢獲一億二千萬支懷疑私煙。", "cigarettes", "120000000", "STICK")]
    [InlineData("海關搜獲160公斤走私煙草。", "tobacco_unspecified", "160", "KGM")]
    [InlineData("海關檢獲約一萬五千粒硝甲西泮。", "nimetazepam", "15000", "U2")]
    [InlineData("Police recovered six sophisticated pistols from the car.", "pistol", "6", "H87")]
    [InlineData("Two and a half tonnes of cannabis resin were found under sacks of onions.", "cannabis_resin", "2.5", "TNE")]
    [InlineData("Se hallaron treinta y cuatro kilos de heroína bajo el asiento.", "heroin", "34", "KGM")]
    [InlineData("Foram apreendidos um quilo e duzentos gramas de cocaína na mala.", "cocaine", "1.2", "KGM")]
    [InlineData("Soixante-treize kilos de cocaïne ont été saisis dans la soute.", "cocaine", "73", "KGM")]
    [InlineData("Przejęto dwieście czterdzieści gramów heroiny ukrytej w bucie.", "heroin", "240", "GRM")]
    [InlineData("Coche fam., 7 kg heroína.", "heroin", "7", "KGM")]
    [InlineData("查获香烟20条。", "cigarettes", "20", "CIG_CARTON")]
    [InlineData("查获可卡因2.5千克。", "cocaine", "2.5", "KGM")]
    [InlineData("Cent vingt kilos de cocaïne ont été saisis.", "cocaine", "120", "KGM")]
    [InlineData("Se incautaron mil doscientos kilos de cocaína.", "cocaine", "1200", "KGM")]
    public void Goods_come_with_their_amount(string text, string product, string amount, string unit)
    {
        IReadOnlyList<Proposal> read = Readers.Lexicon.Read(text);
        Assert.Equal(product, Code(read, "product"));
        Assert.Equal(
            decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture),
            decimal.Parse(Code(read, "quantity")!, System.Globalization.CultureInfo.InvariantCulture)
        );
        Assert.Equal(unit, Code(read, "unit"));
    }

    [Theory]
    [InlineData("海關昨日（八月九日）在青衣檢獲私煙。", "--08-09")]
    [InlineData("海關人員於10月7日檢獲兩公斤可卡因。", "--10-07")]
    [InlineData("Officers seized 3 kg of heroin on 27 April.", "--04-27")]
    [InlineData("Se incautaron 3 kilos de cocaína el 2 de mayo.", "--05-02")]
    [InlineData("海關檢獲私煙。被告於一月三日被判罰款。", null)]
    [InlineData("海關由六月十四日至六月十八日檢獲私煙。", null)]
    [InlineData("海關從六月十三日起採取行動，檢獲私煙。", null)]
    [InlineData("海關於過去兩日（八月三日及四日）檢獲私煙。", null)]
    [InlineData("海關於五月一日、二日及三日檢獲私煙。", null)]
    [InlineData("海關於十二月四日偵破大案。他們檢獲兩公斤可卡因。被告於十二月六日提堂，海關再檢獲私煙。", "--12-04")]
    public void The_day_is_that_of_the_sentence_that_tells_of_the_seizure(string text, string? day) =>
        Assert.Equal(day, Code(Readers.Lexicon.Read(text), "seizure_date"));

    [Theory]
    [InlineData("海關偵破44宗私煙案件，檢獲私煙。", "44")]
    [InlineData("海關破獲兩宗案件，檢獲可卡因。", "2")]
    [InlineData("這是海關偵破的第三宗案件，檢獲可卡因。", null)]
    [InlineData("Customs found heroin in 12 cases.", "12")]
    public void Several_cases_are_told_from_one(string text, string? cases) =>
        Assert.Equal(cases, Code(Readers.Lexicon.Read(text), Proposal.Cases));

    // One word counts cigarettes and tusks; "a" spot is no amount; a wide blank parts thousands.
    [Theory]
    [InlineData("海關檢獲一百一十三支象牙。", "113", "H87")]
    [InlineData("海關搗破一個私煙貯存倉，檢獲約二十三萬支私煙。", "230000", "STICK")]
    [InlineData("海關檢獲７４　２００支私煙。", "74200", "STICK")]
    [InlineData("海關檢獲122箱合共約150萬支香煙。", "1500000", "STICK")]
    [InlineData("海關檢獲１１５萬餘支走私香煙。", "1150000", "STICK")]
    [InlineData("海關檢獲三百件冒牌貨，包括二十件冒牌貨及三十部電腦。", "300", "H87")]
    public void Chinese_counting_words_count_what_they_can(string text, string amount, string unit)
    {
        IReadOnlyList<Proposal> read = Readers.Lexicon.Read(text);
        Assert.Equal((amount, unit), (Code(read, "quantity"), Code(read, "unit")));
    }

    [Theory]
    [InlineData("They seized cocaine worth $2,500,000.")]
    [InlineData("A 25-year-old man was arrested and heroin seized.")]
    [InlineData("Decomisan 924 mil dólares y cocaína.")]
    [InlineData("被捕女子二十四歲，海關檢獲可卡因，市值約十萬元。")]
    [InlineData("海關檢獲私煙，市民可致電2545 6182舉報私煙活動。")]
    [InlineData("海關檢獲200部智能手機及340塊中央處理器。")]
    public void Money_age_and_people_are_no_amount_of_goods(string text) => Assert.Null(Code(Readers.Lexicon.Read(text), "quantity"));

    [Theory]
    [InlineData("3 kg of heroin were found hidden in the spare tyre of a lorry.", "3.1.7")]
    [InlineData("La droga, incautada ayer, iba oculta en el depósito de combustible.", "3.3.1")]
    [InlineData("Encontrada cocaína escondida em um pneu do caminhão.", "3.1.8")]
    [InlineData("Cocaïne saisie, dissimulée dans le réservoir de carburant.", "3.3.1")]
    [InlineData("Amunicja znaleziona, ukryta w kole zapasowym.", "3.1.7")]
    [InlineData("海關在私家車暗格內檢獲私煙。", "3.4.6")]
    [InlineData("Hallaron cocaína escondida en un camión.", "3")]
    [InlineData("Seized heroin had been concealed inside a gravestone.", "UNMAPPED")]
    [InlineData("Officers lifted out the fuel tank and found 31 bundles of cocaine behind a partition.", "3.3.1")]
    [InlineData("Customs found 4 kg of heroin in a suitcase with a false bottom.", "2.1.1")]
    [InlineData("Sous une cargaison de bois se trouvaient 200 kg de haschisch.", "4.2")]
    [InlineData("Za fałszywą ścianą kontenera było 2 mln papierosów.", "5.3")]
    [InlineData("Two shampoo bottles containing liquid cocaine, 3 litres.", "2.6.3")]
    [InlineData("No attempt to hide them: 50 cartons of cigarettes lay on the seat.", "0")]
    [InlineData("Cinturón con 2 kg de heroína.", "1.2.4")]
    [InlineData("Dwie świece z kokainą, 600 g.", "2.6.15")]
    [InlineData("Trousse de toilette en cabine : tube de dentifrice, 300 g de cocaïne.", "2.6.3")]
    [InlineData("蜡烛内有海洛因600克。", "2.6.15")]
    public void The_hiding_place_is_read(string text, string code) => Assert.Equal(code, Code(Readers.Lexicon.Read(text), "concealment"));

    [Theory]
    [InlineData("Bananas are a favourite hiding place; cocaine is often hidden in containers.")]
    [InlineData("Los cargamentos de plátanos son uno de los escondites predilectos de los traficantes de cocaína.")]
    [InlineData("El ejército desplegó tanques cerca de la frontera.")]
    [InlineData("A gasolina é subsidiada e um tanque de um carro pode ser cheio por 3 dólares.")]
    [InlineData("Officers found twelve parcels; 12 parcels of heroin were weighed.")]
    [InlineData("The course taught how traffickers conceal cocaine in fuel tanks.")]
    [InlineData("The museum shows a compass concealed in a jacket button.")]
    [InlineData("Customs seized 530 kilos of cocaine in a container.")]
    public void What_hides_nothing_in_a_case_is_no_concealment(string text) => Assert.Null(Code(Readers.Lexicon.Read(text), "concealment"));

    [Fact]
    public void Stations_are_those_that_are_stated()
    {
        IReadOnlyList<Proposal> read = Readers.Lexicon.Read(
            "Cocaine was seized from a passenger on a flight from Brazil via Ethiopia, bound for Nigeria."
        );
        Assert.Equal(
            ("BR", "ET", "NG"),
            (Code(read, "departure_country"), Code(read, "transit_countries"), Code(read, "destination_country"))
        );

        Assert.DoesNotContain(Readers.Lexicon.Read("A man from Brazil was arrested in Spain with seized cocaine in a lorry."), p =>
            p.Field.EndsWith("_country", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Goods_that_served_as_cover_are_no_seized_goods()
    {
        IReadOnlyList<Proposal> read = Readers.Lexicon.Read("Officers discovered 40 kg of cocaine hidden in a shipment of rice.");
        Assert.Equal("cocaine", Code(read, "product"));
        Assert.Equal("rice", Code(read, "cover_goods"));
        Assert.Single(read, p => p.Field == "product");
    }

    [Fact]
    public void A_chinese_account_reads_the_same_in_both_kinds_of_characters() =>
        Assert.Equal(
            Readers.Lexicon.Read("海關檢獲三公斤象牙，藏於行李箱夾層。").Select(p => (p.Field, p.Code)),
            Readers.Lexicon.Read("海关检获三公斤象牙，藏于行李箱夹层。").Select(p => (p.Field, p.Code))
        );

    [Theory]
    [InlineData("12 kg of cocaine were found above the roof lining of a coach.", "3.6.2")]
    [InlineData("12 kg of cocaine were found above the roof lining of a car.", "3.4.8")]
    [InlineData("Se hallaron 3 kg de heroína en el asiento de una motocicleta.", "3.7.2")]
    [InlineData("Une peluche dans un colis postal : 200 g de kétamine saisis.", "9.3")]
    [InlineData("W podwójnej podłodze autobusu ukryto 900 paczek papierosów.", "3.6")]
    public void A_place_is_that_of_the_carrier_it_stands_with(string text, string place) =>
        Assert.Equal(place, Code(Readers.Lexicon.Read(text), "concealment"));

    [Theory]
    [InlineData("Spare wheel, fuel tank and seats searched. Nothing found.")]
    [InlineData("Visitors to the museum see a suitcase with a false bottom and a hollow heel.")]
    [InlineData("Se revisaron el tanque de combustible y los asientos del camión. Sin novedad.")]
    public void What_was_searched_or_shown_is_no_hiding_place(string text) => Assert.Null(Code(Readers.Lexicon.Read(text), "concealment"));

    [Theory]
    [InlineData("3 kg of cocaine on flight Bogotá–Madrid.", "CO", "ES")]
    [InlineData("Un camion allant de Pologne en France : 900 kg de tabac à rouler saisis.", "PL", "FR")]
    [InlineData("3 kg of cocaine on a flight from Bogotá; 2 kg on one from Lima.", null, null)]
    [InlineData("A cork from Cork, hollow, held 3 g of heroin on the flight.", "IE", null)]
    [InlineData("Officers seized 5 kg of cocaine on the Tangier–Algeciras ferry.", "MA", "ES")]
    [InlineData("5 kg of cocaine were seized on flight AV 26 (Bogotá - Madrid).", "CO", "ES")]
    [InlineData("5 kg of cocaine seized; the truck went Warsaw → Vilnius.", "PL", "LT")]
    [InlineData("Se incautaron 5 kilos de cocaína en el vuelo Lima-Madrid.", "PE", "ES")]
    [InlineData("Foram apreendidos 5 quilos de cocaína no voo TP 88 Lima–Madrid.", "PE", "ES")]
    [InlineData("Les douaniers ont saisi 5 kg de cocaïne dans le train Bruxelles – Paris.", "BE", "FR")]
    [InlineData("W pociągu relacji Kijów–Warszawa ujawniono 5 kg kokainy.", "UA", "PL")]
    [InlineData("海关在曼谷—东京航班上查获可卡因五公斤。", "TH", "JP")]
    [InlineData("5 kg of cocaine were seized on the Nairobi flight to Paris.", "KE", "FR")]
    [InlineData("Van, Tangier - Algeciras - Lyon, 30 kg of hashish seized.", "MA", "FR")]
    [InlineData("Lorry, MA-ES-FR, 30 kg of hashish seized.", "MA", "FR")]
    [InlineData("A man driving from Kyiv to Lublin: 5 kg of cocaine seized.", "UA", "PL")]
    [InlineData("Decomisados 5 kg de cocaína, autobús Santa Cruz de la Sierra a Salta.", "BO", "AR")]
    [InlineData("Apreendidos 5 kg de cocaína; a encomenda seguia de Curitiba para Lisboa.", "BR", "PT")]
    [InlineData("5 kg de cocaïne saisis dans un conteneur chargé à Callao et déchargé à Rouen.", "PE", "FR")]
    [InlineData("W aucie jadącym ze Lwowa do Krakowa ujawniono 5 kg kokainy.", "UA", "PL")]
    [InlineData("旅客由内罗毕飞往广州，海关查获可卡因五公斤。", "KE", "CN")]
    public void A_route_is_told_where_both_ends_are_stated(string text, string? from, string? to)
    {
        IReadOnlyList<Proposal> read = Readers.Lexicon.Read(text);
        Assert.Equal(from, Code(read, "departure_country"));
        Assert.Equal(to, Code(read, "destination_country"));
    }

    [Theory]
    [InlineData("5 kg of cocaine were seized on the flight Lima–Bogotá–Madrid.", "CO")]
    [InlineData("Se incautaron 5 kg de cocaína en el vuelo Lima-Panamá-Madrid.", "PA")]
    public void Between_the_ends_of_a_way_lie_its_stations(string text, string transit)
    {
        IReadOnlyList<Proposal> read = Readers.Lexicon.Read(text);
        Assert.Equal(
            ("PE", transit, "ES"),
            (Code(read, "departure_country"), Code(read, "transit_countries"), Code(read, "destination_country"))
        );
    }

    [Theory]
    [InlineData("4 kg of cocaine behind the dashboard.", "3")]
    [InlineData("4 kg de cocaína en la caja de mar.", "1")]
    [InlineData("4 kg de cocaïne dans les toilettes de l'avion.", "4")]
    [InlineData("4 kg kokainy w suficie wagonu sypialnego.", "2")]
    public void A_place_of_one_kind_of_carrier_tells_how_the_goods_travelled(string text, string mode) =>
        Assert.StartsWith(mode, Code(Readers.Lexicon.Read(text), "mode_of_transport"), StringComparison.Ordinal);

    [Theory]
    [InlineData(
        "Seized a hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred hundred kg cocaine"
    )]
    [InlineData("Officers seized 99999999999999999999999999999 million kilos of cocaine.")]
    [InlineData("Officers seized 10000000000000 million kilos of cocaine.")]
    [InlineData("Customs seized 9,999,999,999,999,999 kilos of cocaine.")]
    [InlineData("海关查获一亿亿亿亿公斤可卡因。")]
    [InlineData("海关查获3亿亿亿亿公斤可卡因。")]
    public void What_nothing_counts_is_no_amount(string text)
    {
        IReadOnlyList<Proposal> read = Readers.Lexicon.Read(text);
        Assert.Equal("cocaine", Code(read, "product"));
        Assert.Null(Code(read, "quantity"));
    }

    [Theory]
    [InlineData("Officers at the Poland–Ukraine border searched a truck and seized 5 kg of cocaine.")]
    [InlineData("A joint France–Spain operation ended with 5 kg of cocaine seized on a ship.")]
    [InlineData("5 kg of cocaine were seized in a container in Delft (Netherlands) - Belgium.")]
    [InlineData("A train at the Poland–Ukraine border held 5 kg of seized cocaine.")]
    [InlineData("Under the joint France → Spain agreement 5 kg of cocaine were seized from a lorry.")]
    [InlineData("En la frontera Colombia–Ecuador se incautaron 5 kilos de cocaína de un camión.")]
    [InlineData("Na fronteira Brasil–Paraguai foram apreendidos 5 quilos de cocaína num caminhão.")]
    [InlineData("Lors d'une opération conjointe France–Espagne, 5 kg de cocaïne ont été saisis dans un camion.")]
    [InlineData("Na granicy Polska–Ukraina w ciężarówce ujawniono 5 kg kokainy.")]
    [InlineData("海关在中国—越南边境列车上查获可卡因五公斤。")]
    public void A_dash_between_the_sides_of_a_border_tells_no_route(string text) =>
        Assert.DoesNotContain(Readers.Lexicon.Read(text), p => p.Field is "departure_country" or "destination_country");

    [Fact]
    public void Real_sentences_tell_concealment_from_what_sounds_like_it()
    {
        Assert.SkipWhen(
            Shipped.Data is null,
            "The labelled sentences are not part of the repository and are not beside it: ../shared/data."
        );
        string file = Path.Combine(Shipped.Data!, "freetext_sentences_es_pt_en", "concealment_sentences.jsonl");
        int hidden = 0,
            found = 0,
            right = 0;
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument sentence = JsonDocument.Parse(line);
            bool isHidden = sentence.RootElement.GetProperty("label").GetString() == "concealment";
            bool isFound = Code(Readers.Lexicon.Read(sentence.RootElement.GetProperty("sentence").GetString()!), "concealment") is not null;
            hidden += isHidden ? 1 : 0;
            found += isFound ? 1 : 0;
            right += isHidden && isFound ? 1 : 0;
        }

        Assert.True(right >= 0.9 * found && right >= 0.75 * hidden, $"{right} right of {found} found and {hidden} labelled");
    }

    private static string? Code(IReadOnlyList<Proposal> read, string field) => read.FirstOrDefault(p => p.Field == field)?.Code;
}
