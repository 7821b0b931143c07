using System;
using System.Collections.Frozen;
using System.Collections.Generic;

namespace SeizureIntel.Etl.Screening;

/// <summary>The words that announce names, in the nine languages that separate words by spaces.</summary>
internal static class TriggerWords
{
    private static readonly FrozenDictionary<string, Trigger> All = Build(
        (
            Trigger.Title,
            "Mr Mrs Ms Miss Mister Madam Dr Prof Professor Señor Señora Señorita Senor Senora Sr Sra Srta Doña Dom Doutor Doutora "
                + "Senhor Senhora Monsieur Madame Mademoiselle Mme Mlle Messrs Herr Frau Herrn господин госпожа г-н г-жа господина госпожу "
                + "гн гжа Sayın Beyefendi Sheikh Sheik السيد السيدة الدكتور الدكتورة الشيخ الأستاذ الحاج"
        ),
        (Trigger.UnsureTitle, "Pan Pani Pana Panu Panią Bay Bayan Sn M MM Don"),
        (
            Trigger.OfficerTitle,
            "Sgt Sergeant Det Detective Constable Insp Lt Lieutenant Cpl Supt Superintendent Cmdr Comisario Comisaria Sargento "
                + "Teniente Tenente Delegado Delegada Subinspector Brigadier Hauptkommissar Kommissar Oberkommissar Polizeimeister "
                + "Zollinspektor komisarz podkomisarz aspirant sierżant starszyna лейтенант лейтенанта сержант сержанта майор майора "
                + "инспектор инспектора капитан капитана полковник полковника komiser komiseri başkomiser müfettiş الضابط العقيد المقدم "
                + "الرائد النقيب الملازم اللواء العميد"
        ),
        (
            Trigger.OfficerRole,
            "officer inspector agent commissioner commander captain colonel general informant handler spokesman spokeswoman "
                + "spokesperson director minister prosecutor judge president governor inspectora agente oficial capitán coronel comandante "
                + "fiscal juez jueza portavoz director inspecteur commissaire capitaine colonel procureur juge inspektor funkcjonariusz "
                + "prokurator rzecznik memur memuru savcı savcısı k9 k-9"
        ),
        (
            Trigger.Role,
            "suspect suspects driver drivers passenger passengers courier couriers owner smuggler trafficker kingpin offender "
                + "defendant accused arrestee traveller traveler skipper crewman consignee consignor shipper sender recipient addressee "
                + "accomplice ringleader broker businessman sospechoso sospechosa conductor conductora pasajero pasajera detenido detenida "
                + "imputado imputada acusado acusada propietario dueño remitente destinatario traficante capo ciudadano suspeito suspeita "
                + "motorista condutor condutora passageiro passageira preso presa dono proprietário remetente destinatário traficante "
                + "cidadão suspecte conducteur conductrice chauffeur passager passagère prévenu prévenue expéditeur propriétaire "
                + "trafiquant ressortissant kierowca kierowcę kierowcy kierowcą podejrzany podejrzana podejrzanego zatrzymany zatrzymanego "
                + "zatrzymana pasażer pasażera pasażerka właściciel nadawca odbiorca kurier obywatel mieszkaniec sürücü sürücüsü şüpheli "
                + "şüphelisi yolcu sanık sahibi gönderen alıcı şahıs kurye"
        ),
        (
            Trigger.GermanRole,
            "Fahrer Fahrerin Beifahrer Verdächtiger Verdächtige Verdächtigen Tatverdächtiger Tatverdächtige Beschuldigter "
                + "Beschuldigte Beschuldigten Passagier Kurier Halter Absender Empfänger Eigentümer Reisender Reisende"
        ),
        (
            Trigger.SlavicRole,
            "водитель водителя водителем водителю подозреваемый подозреваемого подозреваемая обвиняемый обвиняемого пассажир "
                + "пассажира пассажирка курьер курьера владелец владельца гражданин гражданина гражданином гражданка гражданку гражданки "
                + "отправитель отправителя получатель получателя задержанный задержанного"
        ),
        (Trigger.ArabicRole, "السائق سائق المتهم المتهمة المشتبه الراكب المسافر المسافرة المهرب المالك المرسل المستلم المواطن"),
        (
            Trigger.Named,
            "named alias aliases aka nicknamed surnamed llamado llamada apodado apodada chamado chamada apelidado vulgo nommé nommée "
                + "dénommé dénommée surnommé prénommé namens genannt nazwiskiem pseudonim imieniem именем фамилией المدعو المدعوة يدعى "
                + "تدعى اسمه اسمها الملقب المسمى المكنى"
        ),
        (Trigger.NamedAfterPair, "as como nombre nome nom nazwisku imieniu имени фамилии прозвищу кличке Namen name called"),
        (Trigger.NamedBefore, "adlı isimli adındaki isimlindeki lakaplı"),
        (
            Trigger.CompanySuffix,
            "GmbH mbH AG OHG Ltd Ltda Limited LLC LLP Inc Incorporated Corp Corporation PLC Pty SARL SAS SASU EURL SRL SpA SLU BV "
                + "ApS Oyj EIRELI OOO Co Şti Sti ООО ОАО ЗАО ПАО АО ТОО ИП شركة Cia Cía"
        ),
        (Trigger.VesselPrefix, "MV MT FV"),
        (
            Trigger.VesselWord,
            "vessel vessels ship boat tanker yacht sailboat trawler freighter buque barco lancha velero pesquero navio navire "
                + "voilier bateau Schiff Frachter Segelboot statek jacht судно судна теплоход сухогруз танкер яхта gemi gemisi tekne "
                + "teknesi yat embarcación embarcação veleiro السفينة سفينة المركب"
        )
    );

    private static readonly FrozenDictionary<string, Trigger>.AlternateLookup<ReadOnlySpan<char>> BySpan = All.GetAlternateLookup<
        ReadOnlySpan<char>
    >();

    private static readonly FrozenDictionary<string, string[]> Before = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["as"] = ["known", "identified"],
        ["como"] = ["conocido", "conocida", "identificado", "identificada", "conhecido", "conhecida"],
        ["nombre"] = ["de"],
        ["nome"] = ["de", "pelo"],
        ["nom"] = ["du", "de"],
        ["nazwisku"] = ["o"],
        ["imieniu"] = ["o"],
        ["имени"] = ["по"],
        ["фамилии"] = ["по"],
        ["прозвищу"] = ["по"],
        ["кличке"] = ["по"],
        ["namen"] = ["dem"],
        ["name"] = ["his", "her", "whose", "suspect's", "driver's"],
        ["called"] = ["man", "woman", "person", "someone", "suspect", "driver"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Trigger? Find(ReadOnlySpan<char> word) => BySpan.TryGetValue(word, out Trigger trigger) ? trigger : null;

    /// <summary>Whether the word before a pair's second word makes it an introduction of a name.</summary>
    public static bool Agrees(ReadOnlySpan<char> before, string second)
    {
        foreach (string first in Before[second])
        {
            if (before.Equals(first, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static FrozenDictionary<string, Trigger> Build(params (Trigger Trigger, string Words)[] groups)
    {
        var all = new Dictionary<string, Trigger>(StringComparer.OrdinalIgnoreCase);
        foreach ((Trigger trigger, string words) in groups)
        {
            foreach (string word in words.Split(' '))
                all.TryAdd(word, trigger);
        }

        return all.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
