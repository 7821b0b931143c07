using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.Text;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Reads days of the Buddhist era, of the Hijri calendar as Saudi Arabia keeps it (Umm al-Qura) and of the Solar Hijri calendar of Iran
/// and Afghanistan: <c>19/10/2566</c>, <c>5 محرم 1445</c>, <c>1402/05/17</c>. Only what cannot be a year of the common era is taken for one of these.</summary>
internal static partial class OtherCalendar
{
    private const int MinguoEra = 1911;
    private const int EarliestBuddhist = 2490;
    private const int LatestBuddhist = 2643;
    private const int EarliestHijri = 1410;
    private const int LatestHijri = 1499;
    private const int LatestSolar = 1409;
    private const int EarliestSolar = 1369;
    private static readonly UmAlQuraCalendar Hijri = new();
    private static readonly PersianCalendar Solar = new();
    private static readonly ThaiBuddhistCalendar Buddhist = new();

    // Names of the twelve months in their order; several spellings of one are separated by a bar.
    private static readonly FrozenDictionary<string, int> HijriMonths = Months(
        "محرم|المحرم|muharram;صفر|safar;ربيع الاول|ربيع اول|ربيع 1|rabi al awwal|rabi i;ربيع الاخر|ربيع الثاني|ربيع ثاني|rabi al thani|rabi ii;"
            + "جمادى الاولى|جمادي الاولي|جمادى الاول|jumada al awwal|jumada i;جمادى الاخرة|جمادى الاخره|جمادى الثانية|جمادي الاخرة|jumada ii;"
            + "رجب|rajab;شعبان|shaban;رمضان|ramadan;شوال|shawwal;ذو القعدة|ذو القعده|ذي القعدة|ذوالقعدة|dhu al qadah;"
            + "ذو الحجة|ذو الحجه|ذي الحجة|ذوالحجة|dhu al hijjah"
    );

    private static readonly FrozenDictionary<string, int> SolarMonths = Months(
        "فروردین|فروردين|farvardin;اردیبهشت|ارديبهشت|ordibehesht;خرداد|khordad;تیر|تير|tir;مرداد|امرداد|mordad;شهریور|شهريور|shahrivar;"
            + "مهر|mehr;آبان|ابان|aban;آذر|اذر|azar;دی|دي|dey;بهمن|bahman;اسفند|esfand"
    );

    /// <summary>The day; null where the text is no day of these calendars.</summary>
    /// <param name="text">A cell with digits of ASCII.</param>
    public static SeizureDate? Read(string text)
    {
        if (Republic().Match(text) is { Success: true } minguo)
            return Number(minguo, "m") is >= 1 and <= 12 and var ofRepublic
                ? DateText.Day(MinguoEra + Number(minguo, "y"), ofRepublic, Number(minguo, "d"))
                : null;
        Match numbers = YearFirst().Match(text);
        if (!numbers.Success)
            numbers = YearLast().Match(text);
        if (numbers.Success)
            return Day(Number(numbers, "y"), Number(numbers, "m"), Number(numbers, "d"), isHijri: null);
        Match named = Named().Match(text);
        if (!named.Success)
            return null;
        string month = FoldedText.Key(named.Groups["month"].Value);
        int year = Number(named, "y"),
            day = Number(named, "d");
        if (HijriMonths.TryGetValue(month, out int hijri) && year is >= EarliestHijri and <= LatestHijri)
            return Day(year, hijri, day, isHijri: true);
        return SolarMonths.TryGetValue(month, out int solar) && year is >= EarliestSolar and <= LatestHijri
            ? Day(year, solar, day, isHijri: false)
            : null;
    }

    private static SeizureDate? Day(int year, int month, int day, bool? isHijri)
    {
        Calendar? calendar =
            year is >= EarliestBuddhist and <= LatestBuddhist ? Buddhist
            : isHijri == true || (isHijri is null && year is >= EarliestHijri and <= LatestHijri) ? Hijri
            : year is >= EarliestSolar and <= LatestHijri ? Solar
            : null;
        if (calendar is null || month is < 1 or > 12 || day < 1 || (isHijri is null && calendar == Solar && year > LatestSolar))
            return null;
        return day <= calendar.GetDaysInMonth(year, month)
            ? new SeizureDate(DateOnly.FromDateTime(calendar.ToDateTime(year, month, day, 0, 0, 0, 0)), DatePrecision.Day)
            : null;
    }

    private static int Number(Match match, string group) => DateText.Number(match.Groups[group]);

    private static FrozenDictionary<string, int> Months(string names)
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((int at, string spellings) in names.Split(';').Index())
        {
            foreach (string spelling in spellings.Split('|'))
                months[FoldedText.Key(spelling)] = at + 1;
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // Three digits before a month are years of the Republic of China.
    [GeneratedRegex(@"^(?<y>1[0-4]\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?:[T ,]\s*\d{1,2}:\d{2}.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Republic();

    // Behind the day may stand the sign of its calendar and a time.
    [GeneratedRegex(
        @"^(?<y>1[34]\d{2}|2[45]\d{2})[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})\s*(?:هـ|ه|ش|هـ\.ش)?\.?(?:[T ,]\s*\d{1,2}:\d{2}.*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"^(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>1[34]\d{2}|2[45]\d{2})\s*(?:هـ|ه|ش|هـ\.ش)?\.?(?:[T ,]\s*\d{1,2}:\d{2}.*)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex YearLast();

    [GeneratedRegex(
        @"^(?<d>\d{1,2})\s+(?<month>\p{L}[\p{L}\p{M}'. ]{1,18}?)\s+(?:سنة\s+)?(?<y>1[34]\d{2})\s*(?:هـ|ه|ش|هجري)?\.?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Named();
}
