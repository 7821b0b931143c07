using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SeizureIntel.Text;

namespace SeizureIntel.Etl.Screening;

/// <summary>Which column names announce persons, documents, contacts or conveyances, in the ten languages.</summary>
internal static class HeaderWords
{
    // Words that name such a thing wherever they stand in a header, whatever the column is mapped to.
    private static readonly FrozenDictionary<string, NominalKind> Certain = Words(
        (
            NominalKind.PersonName,
            "surname lastname firstname forename fullname middlename nickname alias aliases apellido apellidos apodo sobrenome "
                + "sobrenomes apelido prenom prenoms vorname nachname familienname nazwisko nazwiska фамилия фамилии отчество фио кличка "
                + "soyad soyadi soyadı soyisim signature unterschrift"
        ),
        (
            NominalKind.Phone,
            "phone telephone telefono telefone telefon telefonu tel cellphone celular handynummer rufnummer телефон телефона gsm whatsapp هاتف جوال"
        ),
        (NominalKind.Email, "email mail emails correo courriel почта eposta posta بريد"),
        (
            NominalKind.DateOfBirth,
            "dob birth birthdate birthday birthplace nacimiento nascimento naissance geburtsdatum geburtsort geburtstag urodzenia рождения dogum doğum ميلاد"
        ),
        (
            NominalKind.Passport,
            "passport pasaporte passaporte passeport reisepass reisepassnummer passnummer paszport paszportu паспорт паспорта pasaport جواز"
        ),
        (NominalKind.NationalId, "dni cedula cpf pesel ssn curp kimlik tckn снилс инн ausweis ausweisnummer personalausweis pnr هوية"),
        (NominalKind.Iban, "iban kontonummer"),
        (NominalKind.Officer, "badge informant informante"),
        (NominalKind.SpecialCategory, "religion ethnicity ethnic religiao вероисповедание")
    );

    // Words that do so only where the source's description says nothing about the column.
    private static readonly FrozenDictionary<string, NominalKind> Likely = Words(
        (
            NominalKind.PersonName,
            "suspect suspects offender offenders perpetrator driver drivers owner owners passenger passengers courier consignee "
                + "consignor shipper sender recipient receiver smuggler arrestee defendant sospechoso sospechosos conductor propietario "
                + "dueno pasajero remitente destinatario detenido imputado infractor suspeito motorista condutor proprietario passageiro "
                + "remetente autuado conducteur chauffeur proprietaire passager expediteur destinataire prevenu verdachtiger verdachtige "
                + "tater fahrer beifahrer halter eigentumer passagier absender empfanger beschuldigter podejrzany kierowca kierowcy "
                + "właściciel wlasciciel pasazer nadawca odbiorca sprawca zatrzymany подозреваемый водитель водителя владелец пассажир "
                + "отправитель получатель обвиняемый supheli surucu sahibi yolcu gonderen alici sanik سائق مشتبه متهم مالك راكب مرسل مستلم "
                + "مسافر"
        ),
        (
            NominalKind.Officer,
            "officer officers inspector funcionario sachbearbeiter beamter funkcjonariusz инспектор сотрудник memur ضابط"
        ),
        (NominalKind.Address, "address direccion domicilio endereco adresse anschrift wohnort adres adresi адрес عنوان"),
        (
            NominalKind.PlateOrVin,
            "plate plates numberplate licenseplate matricula placa patente kennzeichen immatriculation госномер plaka vin chassis لوحة"
        ),
        (NominalKind.VesselOrContainer, "imo mmsi callsign"),
        (NominalKind.TrackingNumber, "awb mawb hawb waybill"),
        (NominalKind.Company, "company companies empresa firma entreprise societe unternehmen фирма компания sirket şirket eori cnpj شركة"),
        (NominalKind.Url, "url website"),
        (NominalKind.QuasiIdentifier, "age sex gender edad sexo idade geschlecht wiek plec płec płeć возраст пол yas yaş cinsiyet عمر جنس")
    );

    private static readonly (string Sign, NominalKind Kind, bool IsCertain)[] Han =
    [
        ("姓名", NominalKind.PersonName, true),
        ("名字", NominalKind.PersonName, true),
        ("别名", NominalKind.PersonName, true),
        ("化名", NominalKind.PersonName, true),
        ("绰号", NominalKind.PersonName, true),
        ("护照", NominalKind.Passport, true),
        ("護照", NominalKind.Passport, true),
        ("身份证", NominalKind.NationalId, true),
        ("身份證", NominalKind.NationalId, true),
        ("证件号", NominalKind.NationalId, true),
        ("證件號", NominalKind.NationalId, true),
        ("电话", NominalKind.Phone, true),
        ("電話", NominalKind.Phone, true),
        ("手机号", NominalKind.Phone, true),
        ("手機號", NominalKind.Phone, true),
        ("联系方式", NominalKind.Phone, true),
        ("邮箱", NominalKind.Email, true),
        ("電郵", NominalKind.Email, true),
        ("电子邮件", NominalKind.Email, true),
        ("出生", NominalKind.DateOfBirth, true),
        ("生日", NominalKind.DateOfBirth, true),
        ("银行账", NominalKind.Iban, true),
        ("賬號", NominalKind.Iban, true),
        ("账号", NominalKind.Iban, true),
        ("民族", NominalKind.SpecialCategory, true),
        ("宗教", NominalKind.SpecialCategory, true),
        ("嫌疑人", NominalKind.PersonName, false),
        ("司机", NominalKind.PersonName, false),
        ("司機", NominalKind.PersonName, false),
        ("车主", NominalKind.PersonName, false),
        ("車主", NominalKind.PersonName, false),
        ("货主", NominalKind.PersonName, false),
        ("貨主", NominalKind.PersonName, false),
        ("旅客", NominalKind.PersonName, false),
        ("乘客", NominalKind.PersonName, false),
        ("收件人", NominalKind.PersonName, false),
        ("寄件人", NominalKind.PersonName, false),
        ("收货人", NominalKind.PersonName, false),
        ("发货人", NominalKind.PersonName, false),
        ("当事人", NominalKind.PersonName, false),
        ("地址", NominalKind.Address, false),
        ("住址", NominalKind.Address, false),
        ("车牌", NominalKind.PlateOrVin, false),
        ("車牌", NominalKind.PlateOrVin, false),
        ("公司", NominalKind.Company, false),
        ("企业", NominalKind.Company, false),
        ("运单号", NominalKind.TrackingNumber, false),
        ("提单号", NominalKind.TrackingNumber, false),
        ("警官", NominalKind.Officer, false),
        ("办案人", NominalKind.Officer, false),
        ("年龄", NominalKind.QuasiIdentifier, false),
        ("年齡", NominalKind.QuasiIdentifier, false),
        ("性别", NominalKind.QuasiIdentifier, false),
        ("性別", NominalKind.QuasiIdentifier, false),
    ];

    // Phrases of two words, each word folded.
    private static readonly FrozenDictionary<string, NominalKind> Pairs = new Dictionary<string, NominalKind>
    {
        ["first name"] = NominalKind.PersonName,
        ["last name"] = NominalKind.PersonName,
        ["given name"] = NominalKind.PersonName,
        ["given names"] = NominalKind.PersonName,
        ["family name"] = NominalKind.PersonName,
        ["full name"] = NominalKind.PersonName,
        ["middle name"] = NominalKind.PersonName,
        ["maiden name"] = NominalKind.PersonName,
        ["second name"] = NominalKind.PersonName,
        ["nombre completo"] = NominalKind.PersonName,
        ["nome completo"] = NominalKind.PersonName,
        ["primeiro nome"] = NominalKind.PersonName,
        ["nom famille"] = NominalKind.PersonName,
        ["nom complet"] = NominalKind.PersonName,
        ["ad soyad"] = NominalKind.PersonName,
        ["id card"] = NominalKind.NationalId,
        ["identity card"] = NominalKind.NationalId,
        ["identity number"] = NominalKind.NationalId,
        ["identity document"] = NominalKind.NationalId,
        ["national id"] = NominalKind.NationalId,
        ["social security"] = NominalKind.NationalId,
        ["driving licence"] = NominalKind.NationalId,
        ["driving license"] = NominalKind.NationalId,
        ["driver licence"] = NominalKind.NationalId,
        ["driver license"] = NominalKind.NationalId,
        ["visa number"] = NominalKind.NationalId,
        ["visa no"] = NominalKind.NationalId,
        ["ticket number"] = NominalKind.NationalId,
        ["ticket no"] = NominalKind.NationalId,
        ["documento identidad"] = NominalKind.NationalId,
        ["carte identite"] = NominalKind.NationalId,
        ["bank account"] = NominalKind.Iban,
        ["account number"] = NominalKind.Iban,
        ["account no"] = NominalKind.Iban,
        ["cuenta bancaria"] = NominalKind.Iban,
        ["conta bancaria"] = NominalKind.Iban,
        ["card number"] = NominalKind.CardNumber,
        ["credit card"] = NominalKind.CardNumber,
        ["wallet address"] = NominalKind.CryptoAddress,
        ["e mail"] = NominalKind.Email,
        ["home address"] = NominalKind.Address,
        ["ip address"] = NominalKind.Ip,
        ["mac address"] = NominalKind.Ip,
        ["mobile number"] = NominalKind.Phone,
        ["mobile no"] = NominalKind.Phone,
        ["license plate"] = NominalKind.PlateOrVin,
        ["licence plate"] = NominalKind.PlateOrVin,
        ["vessel name"] = NominalKind.VesselOrContainer,
        ["ship name"] = NominalKind.VesselOrContainer,
        ["container number"] = NominalKind.VesselOrContainer,
        ["container no"] = NominalKind.VesselOrContainer,
        ["container id"] = NominalKind.VesselOrContainer,
        ["tracking number"] = NominalKind.TrackingNumber,
        ["tracking no"] = NominalKind.TrackingNumber,
        ["parcel number"] = NominalKind.TrackingNumber,
        ["bill lading"] = NominalKind.TrackingNumber,
        ["booking number"] = NominalKind.TrackingNumber,
        ["flight number"] = NominalKind.QuasiIdentifier,
        ["flight no"] = NominalKind.QuasiIdentifier,
        ["seat number"] = NominalKind.QuasiIdentifier,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> NameWords = Set(
        "name names nombre nombres nome nomes nom noms ad adi adı isim ismi imie imię imiona имя имена اسم"
    );

    // A header with one of these speaks of a thing, a count or a place, not of somebody.
    private static readonly FrozenSet<string> ThingWords = Set(
        "count counts total sum qty quantity cantidad anzahl liczba количество число sayisi sayısı adet عدد number_of type types "
            + "kind status country countries nationality nationalities pais paises pays land kraj страна ulke ülke city town state "
            + "province region port airport place lieu lugar local ort miejsce место yer tipo art typ тип tur tür category class model "
            + "make brand marca marke marka product drug species commodity item goods arm firearm weapon file sheet source column field "
            + "office station unit service agency operation project method device group category_name scientific common taxon seized "
            + "visa_type"
    );

    private static readonly FrozenSet<string> Particles = Set(
        "de del da do du des la le the of and y e et und i o a no nr num number numero numéro nummer numer номер id s"
    );

    private static readonly FrozenSet<string> FrenchHeaders = Set(
        "saisie saisies quantite unite lieu pays poids produit moyen marchandise suspects bureau douane"
    );

    private static readonly FrozenSet<string> SpanishHeaders = Set(
        "cantidad fecha unidad pais lugar departamento municipio clase droga aduana decomiso"
    );

    /// <summary>The kind that a header names, or null.</summary>
    /// <param name="header">The column's name.</param>
    /// <param name="role">What the source's description says of the column.</param>
    /// <param name="isFrench">Whether the headers beside it are French, where "nombre" is a count.</param>
    public static NominalKind? KindOf(string header, ColumnRole role, bool isFrench)
    {
        IReadOnlyList<string> tokens = FoldedText.Tokens(SplitCamel(header));
        if (tokens.Count == 0)
            return null;
        bool isFree = role is ColumnRole.Unmapped or ColumnRole.Ignored;
        string folded = FoldedText.Fold(header);
        foreach ((string sign, NominalKind kind, bool isCertain) in Han)
        {
            if (
                (isCertain || isFree)
                && folded.Contains(sign, StringComparison.Ordinal)
                && !folded.Contains('数', StringComparison.Ordinal)
                && !folded.Contains('國', StringComparison.Ordinal)
                && !folded.Contains('国', StringComparison.Ordinal)
            )
                return kind;
        }

        if (SpeaksOfThings(tokens, isFrench))
            return null;
        for (int i = 0; i + 1 < tokens.Count; i++)
        {
            int next = i + 1;
            while (next + 1 < tokens.Count && tokens[next] is "de" or "of" or "d" or "di")
                next++;
            if (Pairs.TryGetValue(tokens[i] + " " + tokens[next], out NominalKind pair))
                return pair;
        }

        foreach (string token in tokens)
        {
            if (Find(Certain, token) is { } certain)
                return certain;
        }

        if (!isFree && role != ColumnRole.FreeText)
            return null;
        foreach (string token in tokens)
        {
            if (isFree && Find(Likely, token) is { } likely)
                return likely;
        }

        return tokens.Any(IsName) && tokens.All(t => IsName(t) || Particles.Contains(t)) ? NominalKind.PersonName : null;
    }

    /// <summary>Whether a file's headers are French rather than Spanish.</summary>
    public static bool AreFrench(IReadOnlyList<string> headers)
    {
        int french = 0;
        foreach (string token in headers.SelectMany(FoldedText.Tokens))
        {
            if (FrenchHeaders.Contains(token))
                french++;
            if (SpanishHeaders.Contains(token))
                french--;
        }

        return french > 0;
    }

    private static bool SpeaksOfThings(IReadOnlyList<string> tokens, bool isFrench)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (ThingWords.Contains(tokens[i]))
                return true;
            bool isOf = i + 1 < tokens.Count && tokens[i + 1] is "of" or "de" or "d";
            if (tokens[i] is "number" or "no" or "num" && i + 1 < tokens.Count && tokens[i + 1] == "of")
                return true;
            if (isFrench && tokens[i] == "nombre" && (isOf || tokens.Count == 1))
                return true;
        }

        return false;
    }

    private static bool IsName(string token) => NameWords.Contains(token) || NameWords.Contains(WithoutArticle(token));

    private static NominalKind? Find(FrozenDictionary<string, NominalKind> words, string token) =>
        words.TryGetValue(token, out NominalKind kind) || words.TryGetValue(WithoutArticle(token), out kind) ? kind : null;

    private static string WithoutArticle(string token) => token.StartsWith("ال", StringComparison.Ordinal) ? token[2..] : token;

    // "driverName" is two words.
    private static string SplitCamel(string header)
    {
        var split = new StringBuilder(header.Length + 4);
        for (int i = 0; i < header.Length; i++)
        {
            if (i > 0 && char.IsUpper(header[i]) && char.IsLower(header[i - 1]))
                split.Append(' ');
            split.Append(header[i]);
        }

        return split.ToString();
    }

    private static FrozenDictionary<string, NominalKind> Words(params (NominalKind Kind, string Words)[] groups)
    {
        var words = new Dictionary<string, NominalKind>(StringComparer.Ordinal);
        foreach ((NominalKind kind, string list) in groups)
        {
            foreach (string word in list.Split(' '))
                words.TryAdd(FoldedText.Fold(word), kind);
        }

        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').Select(FoldedText.Fold).ToFrozenSet(StringComparer.Ordinal);
}
