using System.Linq;
using SeizureIntel.Etl.Screening;
using Xunit;

namespace SeizureIntel.Tests.Etl.Screening;

/// <summary>What is masked in prose, in the ten languages. Every name and number here is invented or a published test number.</summary>
public sealed class NarrativeMaskTests
{
    private static readonly NarrativeMask Masking = new(Shipped.Screening);

    [Theory]
    [InlineData("The driver John Smith was arrested", "The driver [name] was arrested")]
    [InlineData("Mr. Jean-Pierre O'Neill, the owner, fled", "Mr. [name], the owner, fled")]
    [InlineData("a man named Kwame was held", "a man named [name] was held")]
    [InlineData("known as El Chapo in town", "known as [name] in town")]
    [InlineData("William Jones, 68, pleaded guilty", "[name], 68, pleaded guilty")]
    [InlineData("MR JOHN SMITH WAS ARRESTED AT THE PORT", "MR [name] WAS ARRESTED AT THE PORT")]
    [InlineData("Officer Maria Lopez found it", "Officer [officer] found it")]
    [InlineData("El conductor Juan Pérez García llevaba 20 kg", "El conductor [name] llevaba 20 kg")]
    [InlineData("la señora Marta de la Cruz viajaba", "la señora [name] viajaba")]
    [InlineData("alias \"Pablito\" dirigía", "alias \"[name]\" dirigía")]
    [InlineData("O motorista João da Silva foi preso", "O motorista [name] foi preso")]
    [InlineData("Le conducteur Pierre Dupont a été arrêté", "Le conducteur [name] a été arrêté")]
    [InlineData("M. Dupont a déclaré", "M. [name] a déclaré")]
    [InlineData("Der Fahrer Hans Müller wurde kontrolliert", "Der Fahrer [name] wurde kontrolliert")]
    [InlineData("Herr Schneider hatte 3 kg Kokain", "Herr [name] hatte 3 kg Kokain")]
    [InlineData("Kierowca Jan Kowalski przewoził papierosy", "Kierowca [name] przewoził papierosy")]
    [InlineData("zatrzymano Pan Nowak z papierosami", "zatrzymano Pan [name] z papierosami")]
    [InlineData("Водитель Иванов И.И. задержан", "Водитель [name]. задержан")]
    [InlineData("гражданин Петров задержан", "гражданин [name] задержан")]
    [InlineData("у господина Смирнова изъято", "у господина [name] изъято")]
    [InlineData("Sürücü Ahmet Yılmaz yakalandı", "Sürücü [name] yakalandı")]
    [InlineData("Mehmet Kaya adlı şahıs", "[name] adlı şahıs")]
    [InlineData("司机张伟被捕", "司机[name]被捕")]
    [InlineData("拘捕陳大文先生", "拘捕[name]先生")]
    [InlineData("姓名：王小明，携带", "姓名：[name]，携带")]
    [InlineData("海關關長湯顯明表示", "海關關長[officer]表示")]
    [InlineData("القبض على السيد أحمد حسن في المطار", "القبض على السيد [name] في المطار")]
    [InlineData("المدعو خالد سعيد كان يقود", "المدعو [name] كان يقود")]
    public void Names_behind_titles_roles_and_introductions_are_masked(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("write to a.b@example.org now", "write to [e-mail] now")]
    [InlineData("see https://example.org/x?y=1 there", "see [web address] there")]
    [InlineData("call +34 612 345 678 at once", "call [phone] at once")]
    [InlineData("Tel.: (011) 4567-8901", "Tel.: [phone]")]
    [InlineData("тел. 8 (912) 345-67-89", "тел. [phone]")]
    [InlineData("手机13800138000联系", "手机[phone]联系")]
    [InlineData("الهاتف 0501234567", "الهاتف [phone]")]
    [InlineData("host 192.168.10.101 used", "host [network address] used")]
    [InlineData("Telegram: @smoke_4u", "Telegram: [handle]")]
    public void Contacts_are_masked(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    // Test numbers: ISO 13616 registry (GB, DE), card networks' test cards, Wikipedia's examples of PESEL, VIN, S10, ISO 6346 (CSQU3054383) and IMO (9074729).
    [Theory]
    [InlineData("paid to DE89 3704 0044 0532 0130 00 today", "paid to [account] today")]
    [InlineData("paid to GB82WEST12345698765432.", "paid to [account].")]
    [InlineData("card 4111 1111 1111 1111 found", "card [card] found")]
    [InlineData("wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "wallet [wallet]")]
    [InlineData("wallet bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "wallet [wallet]")]
    [InlineData("passport no. AB1234567 seized", "passport no. [passport] seized")]
    [InlineData("паспорт 45 06 123456 изъят", "паспорт [passport] изъят")]
    [InlineData("护照号码：E12345678", "护照号码：[passport]")]
    [InlineData("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "[passport]")]
    [InlineData("PESEL 44051401359", "PESEL [id number]")]
    [InlineData("number 44051401359 given", "number [id number] given")]
    [InlineData("CPF 111.444.777-35", "CPF [id number]")]
    [InlineData("DNI 12345678Z", "DNI [id number]")]
    [InlineData("kimlik no 10000000146", "kimlik no [id number]")]
    [InlineData("身份证号11010519491231002X", "身份证号[id number]")]
    [InlineData("born on 12 March 1985 in", "born on [date of birth] in")]
    [InlineData("1985年3月出生", "[date of birth]出生")]
    [InlineData("container CSQU3054383 opened", "container [vessel or container] opened")]
    [InlineData("in CSQU 305438-3 lay", "in [vessel or container] lay")]
    [InlineData("vessel IMO 9074729 boarded", "vessel IMO [vessel or container] boarded")]
    [InlineData("on board the M/V Ever Green off", "on board the M/V [vessel or container] off")]
    [InlineData("VIN 1M8GDM9AXKP042788 read", "VIN [vehicle] read")]
    [InlineData("matrícula 1234 BCD en", "matrícula [vehicle] en")]
    [InlineData("госномер А123ВС77 на", "госномер [vehicle] на")]
    [InlineData("34 ABC 123 plakalı", "[vehicle] plakalı")]
    [InlineData("plaka 34 ABC 123 olan", "plaka [vehicle] olan")]
    [InlineData("parcel RR473124829GB from", "parcel [tracking number] from")]
    [InlineData("AWB 020-12345675", "AWB [tracking number]")]
    [InlineData("badge no. 4711 signed", "badge no. [officer] signed")]
    [InlineData("IMEI 490154203237518 of", "IMEI [serial number] of")]
    public void Numbers_are_masked_by_their_words_or_check_digits(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("sent by Example Trading GmbH to", "sent by [company] to")]
    [InlineData("importadora Frutas del Sur S.A. de C.V. en", "importadora [company] en")]
    [InlineData("a empresa Porto Azul Ltda. recebeu", "a empresa [company] recebeu")]
    [InlineData("отправитель ООО «Ромашка» в", "отправитель [company] в")]
    [InlineData("firma Kowalski Trans sp. z o.o. z", "firma [company] z")]
    [InlineData("Deniz Nakliyat A.Ş. adına", "[company] adına")]
    [InlineData("由廣州大明貿易有限公司寄出", "由[company]寄出")]
    [InlineData("lives at 12 High Street, Leeds", "lives at [address], Leeds")]
    [InlineData("en Calle Mayor 12, Madrid", "en [address], Madrid")]
    [InlineData("Hauptstraße 5 in Köln", "[address] in Köln")]
    [InlineData("热成像显示：桂洲大道中88号7座1903夜里异常", "热成像显示：[address]夜里异常")]
    [InlineData("ул. Ленина, д. 5 в", "[address] в")]
    public void Companies_and_addresses_are_masked(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("a passenger on flight BA117 from", "a passenger on flight [detail] from")]
    [InlineData("John Smith took flight BA117 from", "[name] took flight [detail] from")]
    [InlineData("a 34-year-old man", "a [detail]-year-old man")]
    [InlineData("三十五歲男司機", "[detail]男司機")]
    [InlineData("at 14:35 the driver", "at [detail] the driver")]
    [InlineData("On 12 March passenger left at 14:35", "On 12 March passenger left at [detail]")]
    [InlineData("旅客搭乘flight BA117", "旅客搭乘flight [detail]")]
    [InlineData("at 52.37403, 4.88969 in a house", "at [detail] in a house")]
    public void Details_that_single_out_together_are_masked(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("at 14:35 the dog found 12 kg in cargo of flight BA117")]
    [InlineData("O navio atracou às 22h15 no terminal 2.")]
    [InlineData("Kontrola 14.03.2025 r. o godz. 4:50, naczepa bez ładunku.")]
    public void Times_and_flights_stay_where_nobody_is_told_of(string text) => Assert.Equal(text, Masking.Mask(text).Text);

    [Theory]
    [InlineData("Perfumes de contrabando: Tommy Hilfiger, Hugo Boss y Carolina Herrera.")]
    [InlineData("Wein Dr. Loosen und Dr. Oetker Backpulver, 30 Kisten.")]
    [InlineData("Aeropuerto Simón Bolívar, carga de ron Capitán Morgan.")]
    [InlineData("Two crates of Ralph Lauren polo shirts and Aunt Jemima syrup.")]
    [InlineData("Духи «Хуго Босс» и чай «Принцесса Нури», 800 шт.")]
    [InlineData("Im Parc national de la Boucle du Baoulé, St. Margrethen und Santa Terezinha de Itaipu.")]
    public void Brands_and_places_that_read_like_names_stay(string text) => Assert.Equal(text, Masking.Mask(text).Text);

    // What announces an address takes street, number and flat; a town behind a comma stays.
    [Theory]
    [InlineData("Wohnhaft Am Alten Hafen 7.", "Wohnhaft [address].")]
    [InlineData("Lieferadresse: Unter den Eichen 118, Kassel", "Lieferadresse: [address], Kassel")]
    [InlineData("He lives at 27 Willowmere Fold in Leeds", "He lives at [address] in Leeds")]
    [InlineData("Residência: Alameda Jaú 1441, ap. 82.", "Residência: [address].")]
    [InlineData("delivered to ul. Gen. Gurko 9, ent. B, at night", "delivered to [address], at night")]
    [InlineData("Bağlar Cad. 58 kat -1 arkasında", "[address] arkasında")]
    [InlineData("Проживает: пр-т Строителей 118, кв. 7.", "Проживает: [address].")]
    [InlineData("يسكن في حي النرجس عمارة 18.", "يسكن في [address].")]
    [InlineData("住址:翠竹苑7栋3楼。", "住址:[address]。")]
    [InlineData("The flat in Tanglewood Drive 31 was empty.", "The flat in [address] was empty.")]
    [InlineData("The load was addressed to Leeds, 44 cartons of tea.", "The load was addressed to Leeds, 44 cartons of tea.")]
    public void An_announced_address_goes_as_a_whole(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("El paquete lo pidió lobogris77 en mayo.", "El paquete lo pidió [handle] en mayo.")]
    [InlineData("Le compte Vinted lilou.pastel vendait des sacs.", "Le compte Vinted [handle] vendait des sacs.")]
    [InlineData("网名夜行货郎在闲鱼售卖象牙。", "网名[handle]在闲鱼售卖象牙。")]
    [InlineData("Officers opened carton20 and found tea.", "Officers opened carton20 and found tea.")]
    [InlineData("The bag was seized.the driver left.", "The bag was seized.the driver left.")]
    public void User_names_that_nothing_explains_are_masked(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("Ingresó el dinero en ES71 2100 4418 4502 0005 1332.", "Ingresó el dinero en [number].")]
    [InlineData("Anhänger B-4418 X stand auf dem Rastplatz.", "Anhänger [number] stand auf dem Rastplatz.")]
    [InlineData("Пасп. серия 44 66 номер 715438, водитель", "Пасп. серия [number] номер [number], водитель")]
    [InlineData("Kisten 4418 X 20 X 30 cm", "Kisten 4418 X 20 X 30 cm")]
    public void Grouped_numbers_and_those_before_a_lone_X_are_no_models(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("paket leuschnerstr. 112 gefunden", "paket [address] gefunden")]
    [InlineData("Parcel for 26 Mulholland Court, Cork T12 X8RP, one box", "Parcel for [address], one box")]
    [InlineData("Plomba 0024687 cała, nowa 0096594.", "Plomba 0024687 cała, nowa 0096594.")]
    [InlineData("Mithat Paşa Caddesi'nde üç palet yatıyordu.", "Mithat Paşa Caddesi'nde üç palet yatıyordu.")]
    public void An_address_reaches_over_its_postcode_and_things_stay(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    // The airport's name is somebody's where no airport is told of.
    [Theory]
    [InlineData("Fue Jorge Chávez quien alquiló la bodega.", "Fue [name] quien alquiló la bodega.")]
    [InlineData("Aeropuerto Jorge Chávez, bodega 4.", "Aeropuerto Jorge Chávez, bodega 4.")]
    public void A_memorial_name_is_a_place_beside_a_word_for_places(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("司机+34 612 345 678被捕", "司机[phone]被捕")]
    [InlineData("护照passport AB1234567被扣", "护照passport [passport]被扣")]
    [InlineData("付款4111 1111 1111 1111购买", "付款[card]购买")]
    [InlineData("车辆1M8GDM9AXKP042788被扣", "车辆[vehicle]被扣")]
    [InlineData("地址12 High Street附近", "地址[address]附近")]
    [InlineData("旅客乘flight BA117抵达", "旅客乘flight [detail]抵达")]
    [InlineData("服务器192.168.10.101在", "服务器[network address]在")]
    [InlineData("收货Example Trading GmbH公司", "收货[company]")]
    public void Numbers_and_names_set_into_Chinese_without_spaces_are_masked(string text, string masked) =>
        Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("у Кузнецова Дмитрия Сергеевича изъято", "у [name] изъято")]
    [InlineData("Задержан Дмитрий Сергеевич Кузнецов с грузом", "Задержан [name] с грузом")]
    [InlineData("Анна Петровна заявила", "[name] заявила")]
    [InlineData("в городе Богданович изъято", "в городе Богданович изъято")]
    public void A_fathers_name_gives_a_Russian_name_away(string text, string masked) => Assert.Equal(masked, Masking.Mask(text).Text);

    [Theory]
    [InlineData("检获9.5公斤黄金，市值约400万元，2023年1月15日")]
    [InlineData("在12个纸箱内检获1200000支香烟，品牌Marlboro")]
    [InlineData("Toyota Land Cruiser with a hidden compartment")]
    [InlineData("Port of Santos")]
    [InlineData("behind the driver's seat")]
    [InlineData("driver, Toyota Hilux, 12 kg")]
    [InlineData("the driver was Polish")]
    [InlineData("1,500 rounds 7.62x39 and 9x19")]
    [InlineData("acetic anhydride CAS 108-24-7")]
    [InlineData("HS 2939.41 and 2939.41.00")]
    [InlineData("1,200 kg in 48 packages of 25 kg")]
    [InlineData("on a flight from Dubai to Madrid")]
    [InlineData("a Mr. X gave the order")]
    [InlineData("operation named Trident II")]
    [InlineData("identified as cocaine")]
    [InlineData("identified as Methamphetamine")]
    [InlineData("seized on 2020-01-31 and 12/03/2019, case 2020/123-45")]
    [InlineData("12-year-old whisky, 40 % vol")]
    [InlineData("Hidden in the Montego Bay terminal")]
    [InlineData("DR Congo to Uganda")]
    [InlineData("frying pan and Pan American Highway")]
    [InlineData("passenger terminal, Passenger Terminal 2")]
    [InlineData("suspect Colombian National Police seized")]
    [InlineData("USD 1 234 567.89 in cash")]
    [InlineData("1234 KGS, 2000 PCS, 5000 LTR")]
    [InlineData("En el interior de un camión procedente de Marruecos, cuyo conductor fue detenido")]
    [InlineData("placas de cocaína, 20 kg")]
    [InlineData("Passageiro procedente de São Paulo com 3,5 kg")]
    [InlineData("plaques de cannabis 250 g")]
    [InlineData("Der Fahrer LKW Kontrolle Zoll Hamburg")]
    [InlineData("Bei einer Frau wurden 2 kg Heroin gefunden")]
    [InlineData("kierowca ciężarówki z Ukrainy przewoził 12 000 paczek")]
    [InlineData("гражданин Украины, водитель КамАЗа, 500 пачек сигарет")]
    [InlineData("Sürücü Türk vatandaşı, 25 kg eroin")]
    [InlineData("司机被捕，检获黄金12公斤")]
    [InlineData("旅客黄金藏于行李")]
    [InlineData("海關檢獲約一點二公斤懷疑可卡因毒品")]
    [InlineData("ضبط السائق في المطار وبحوزته 3 كيلو")]
    [InlineData("")]
    public void What_points_to_nobody_stays_as_written(string text)
    {
        MaskedText masked = Masking.Mask(text);
        Assert.Equal(text, masked.Text);
        Assert.Empty(masked.Spans);
    }

    [Fact]
    public void Spans_point_into_the_original_in_order()
    {
        const string Text = "Driver John Smith, tel. +34 612 345 678.";
        MaskedText masked = Masking.Mask(Text);
        Assert.Equal(["John Smith", "+34 612 345 678"], masked.Spans.Select(s => Text.Substring(s.Start, s.Length)).ToArray());
        Assert.Equal([NominalKind.PersonName, NominalKind.Phone], masked.Spans.Select(s => s.Kind).ToArray());
    }
}
