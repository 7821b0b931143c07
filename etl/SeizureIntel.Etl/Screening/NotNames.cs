using System;
using System.Collections.Frozen;

namespace SeizureIntel.Etl.Screening;

/// <summary>Capitalised words that are not a person's name: lands and peoples, makes, drugs, offices, days and months.</summary>
internal static class NotNames
{
    private const string Lands =
        "Afghanistan Albania Algeria Angola Argentina Armenia Australia Austria Azerbaijan Bahrain Bangladesh Belarus Belgium "
        + "Belgique Belize Benin Bolivia Bosnia Botswana Brazil Brasil Bulgaria Burkina Burundi Cambodia Cameroon Canada Chile China "
        + "Colombia Congo Croatia Cuba Cyprus Czech Czechia Denmark Djibouti Dominican Ecuador Egypt Eritrea Estonia Ethiopia Fiji "
        + "Finland France Gabon Gambia Georgia Germany Deutschland Ghana Greece Guatemala Guinea Guyana Haiti Honduras Hong Kong "
        + "Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Italia Ivory Jamaica Japan Kazakhstan Kenya Kosovo Kuwait "
        + "Kyrgyzstan Laos Latvia Lebanon Liberia Libya Lithuania Luxembourg Macedonia Madagascar Malawi Malaysia Mali Malta "
        + "Mauritania Mauritius Mexico México Moldova Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands "
        + "Nicaragua Niger Nigeria Norway Oman Pakistan Panama Panamá Paraguay Peru Perú Philippines Poland Polska Portugal Qatar "
        + "Romania Russia Россия России Украина Украины Беларусь Беларуси Казахстан Казахстана Узбекистана Таджикистана Киргизии Китая "
        + "Польши Грузии Армении Азербайджана Турции Латвии Литвы Эстонии Молдовы Республики Rwanda Saudi Arabia Senegal Serbia Sierra "
        + "Singapore Slovakia Slovenia Somalia South North East West Spain España Espanha Lanka Sudan Suriname Sweden Switzerland "
        + "Syria Taiwan Tajikistan Tanzania Thailand Togo Trinidad Tunisia Turkey Türkiye Turkmenistan Uganda Ukraine Emirates Kingdom "
        + "United States America USA UK UAE Uruguay Uzbekistan Venezuela Vietnam Yemen Zambia Zimbabwe Africa Asia Europe European "
        + "Union Punjab Balkan";

    private const string Peoples =
        "Afghan Albanian Algerian American Argentine Armenian Australian Austrian Bangladeshi Belgian Bolivian Bosnian Brazilian "
        + "British Bulgarian Burmese Cambodian Cameroonian Canadian Chilean Chinese Colombian Croatian Cuban Cypriot Danish Dutch "
        + "Ecuadorian Egyptian English Estonian Ethiopian Filipino Finnish French German Georgian Ghanaian Greek Guatemalan Haitian "
        + "Honduran Hungarian Indian Indonesian Iranian Iraqi Irish Israeli Italian Jamaican Japanese Jordanian Kazakh Kenyan Korean "
        + "Kuwaiti Latvian Lebanese Libyan Lithuanian Malaysian Mexican Moldovan Mongolian Moroccan Nepalese Nigerian Norwegian "
        + "Pakistani Panamanian Paraguayan Peruvian Polish Portuguese Romanian Russian Saudi Scottish Senegalese Serbian Slovak Somali "
        + "Spanish Sudanese Swedish Swiss Syrian Tanzanian Thai Tunisian Turkish Ugandan Ukrainian Uzbek Venezuelan Vietnamese Yemeni "
        + "Zambian Türk";

    private const string Makes =
        "Toyota Land Cruiser Mercedes Benz Sprinter BMW Audi Volkswagen VW Ford Transit Opel Renault Peugeot Citroen Citroën Fiat "
        + "Ducato Iveco Scania Volvo MAN DAF Kia Hyundai Nissan Mazda Honda Suzuki Mitsubishi Lada Skoda Škoda Seat Dacia Chevrolet "
        + "Tesla Porsche Kamaz Газель КамАЗ Boeing Airbus Nike Adidas Rolex Samsung Apple Sony Gucci Louis Vuitton Chanel Prada "
        + "Marlboro Winston Rothmans Camel Glock Beretta Smith&Wesson Colt Taurus Walther Sig Sauer Kalashnikov Browning Remington "
        + "Winchester Mauser Hilux Corolla Range Rover DHL FedEx UPS EMS TNT Emirates Airways Airlines Airline Air Express";

    private const string Goods =
        "Cocaine Cocaína Heroin Heroína Cannabis Marijuana Marihuana Maconha Hashish Hachís Methamphetamine Amphetamine Ketamine "
        + "Fentanyl Opium MDMA Ecstasy LSD Tramadol Khat Captagon Kokain Haschisch Drogen Drugs Drug Cigarettes Tobacco Gold Ivory "
        + "Arms Weapons Pistol Revolver Rifle Ammunition CITES HIV";

    private const string Offices =
        "Police Policía Polícia Polizei Policja Customs Aduana Aduanas Alfândega Douane Zoll Border Coast Guard Navy Army Military "
        + "Force Forces Service Services Agency Agencia Agência Office Oficina Bureau Department Departamento Ministry Ministerio "
        + "Ministério Ministère Authority Court Tribunal Corte Prison Jail Commission Committee Council Federal National Nacional "
        + "Nationale State Central General Port Airport Aeropuerto Aeroporto Aéroport Terminal Station Harbour Harbor Bridge Street "
        + "Road Avenue Highway Hotel Hospital University School Bank Unit Task Team Group Cartel Gang Operation Operación Operação "
        + "Opération Headquarters Division District Province County City Town Village Region Island Bay River Lake Mountain Gulf Ocean "
        + "Sea International Internacional Republic República Interpol Europol Frontex UNODC WCO OMA DEA FBI CBP ICE HSI NCB BSF NCA "
        + "Guardia Civil Receita Gendarmerie Carabinieri Policia Investigation Intelligence Narcotics Anti Control Security President "
        + "Minister Chief Director Commissioner Officer Agent Inspector Captain Colonel General Judge";

    private const string Calendar =
        "January February March April May June July August September October November December Monday Tuesday Wednesday Thursday "
        + "Friday Saturday Sunday Enero Febrero Marzo Abril Mayo Junio Julio Agosto Septiembre Octubre Noviembre Diciembre Lunes "
        + "Martes Miércoles Jueves Viernes Sábado Domingo Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Christmas Ramadan";

    private const string Speech =
        "The A An In On At By Of To For From With And Or But Was Were Is Are Has Had Have He She They It This That These Those His "
        + "Her Their When While After Before During No Not All Both Two Three Four Five Six One El La Los Las Un Una En De Del Al Con "
        + "Por Para Que Y O Fue Es Se Su Cuando O A Os As Um Uma Em Do Da Com Foi Quando Le Les Une Dans Sur Avec Et Ou Est Der Die "
        + "Das Ein Eine Im Am Mit Und Oder War Wurde Auf Bei W Na Z I Do Po Za Jest Był В На С И По За Из От Он Она Ve Ile Bir Bu Olan";

    private static readonly FrozenSet<string> All = string.Join(' ', Lands, Peoples, Makes, Goods, Offices, Calendar)
        .Split(' ')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Words = Speech.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AllBySpan = All.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    /// <summary>True for a land, people, make, drug, office, day or month.</summary>
    public static bool Contains(ReadOnlySpan<char> word) => AllBySpan.Contains(word);

    /// <summary>True for an article, preposition or the like, which ends a name in a text of capitals.</summary>
    public static bool IsSpeech(ReadOnlySpan<char> word) => WordsBySpan.Contains(word);
}
