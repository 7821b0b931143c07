using System;
using System.Collections.Generic;
using System.Globalization;
using SeizureIntel.Proposals;
using SeizureIntel.Reading.Lexicon;
using SeizureIntel.Reading.Words;

namespace SeizureIntel.Reading.Narratives;

/// <summary>Reads of how many cases an account tells, and on which day goods were seized; a year that stands elsewhere is not made up.</summary>
/// <param name="months">Months by their names.</param>
internal sealed class CaseReader(TermBook months)
{
    private const string MonthSign = "月";
    private const string DaySign = "日";
    private const string Ordinal = "第";
    private const string Span = "span";
    private const int MostDays = 31;
    private const int MostMonths = 12;

    // How sure such words are taken to be by who wrote the lists; `./run bench reading` measures hiding places alone.
    private const double Counted = 0.95;
    private const double Dated = 0.95;

    /// <summary>Adds what the account says.</summary>
    public void Read(Account account, List<Proposal> proposals)
    {
        bool isDated = false;
        for (int s = 0; s < account.Sentences.Count; s++)
        {
            Sentence sentence = account.Sentences[s];
            if (sentence.IsGeneral)
                continue;
            Count(account, sentence, proposals);
            if (isDated || !(sentence.Has(Cue.Seize) || sentence.Has(Cue.Hide)))
                continue;
            // What is told later has days of its own: of court, of arrests, of other seizures.
            isDated = true;
            if (!Date(account, sentence, proposals) && s == 1)
                Date(account, account.Sentences[0], proposals);
        }
    }

    // Whether the sentence names a day; of two neither is known to be that of the seizure.
    private bool Date(Account account, Sentence sentence, List<Proposal> proposals)
    {
        HashSet<string> days = [];
        (int From, int To) at = default;
        for (int i = sentence.From; i < sentence.To; i++)
        {
            if (Day(account, sentence, i) is not { } day)
                continue;
            days.Add(day.Code);
            // "From 13 June on", "four days from 19 June": the days of a campaign are none of a seizure.
            if (day.To < sentence.To && (IsSpan(account.Words, day.To) || IsOneOfSeveral(account, sentence, day.To)))
                days.Add(Span);
            at = (i, day.To);
            i = day.To - 1;
        }

        if (days.Count == 1)
            proposals.Add(GoodsReader.Propose(account, "seizure_date", string.Concat(days), Dated, at.From, at.To, null));
        return days.Count > 0;
    }

    private static bool IsSpan(List<Token> words, int at) =>
        words[at].Text is "起" or "至" || (words[at].Text == "一" && at + 1 < words.Count && words[at + 1].Text == "连");

    // "3 August and the 4th", "24, 25 and 26 May": on which of them is not said.
    private static bool IsOneOfSeveral(Account account, Sentence sentence, int at)
    {
        int next = account.Words[at].Text is "及" or "和" or "与" ? at + 1 : at;
        return next < sentence.To
            && Whole(account, sentence, next) is { } other
            && other.To < sentence.To
            && account.Words[other.To].Text == DaySign;
    }

    // "Two cases", not "the third case".
    private static void Count(Account account, Sentence sentence, List<Proposal> proposals)
    {
        for (int i = sentence.From; i < sentence.To; i++)
        {
            if (Numerals.Read(account, sentence, i) is not { } number)
                continue;
            bool isOrdinal = i > sentence.From && account.Words[i - 1].Text == Ordinal;
            if (!isOrdinal && number.To < sentence.To && sentence.At(Cue.Case, number.To) is { } cases)
            {
                string count = number.Value.ToString(CultureInfo.InvariantCulture);
                proposals.Add(GoodsReader.Propose(account, Proposal.Cases, count, Counted, i, cases.To, null));
            }

            i = number.To - 1;
        }
    }

    // 四月二十七日, 27 April, April 27, 27 de abril; a day as --04-27 (ISO 8601:2000, 5.2.1.3).
    private (string Code, int To)? Day(Account account, Sentence sentence, int at)
    {
        List<Token> words = account.Words;
        if (Whole(account, sentence, at) is { } first)
        {
            int to = first.To;
            if (to + 1 < sentence.To && words[to].Text == MonthSign && Whole(account, sentence, to + 1) is { } day)
                return day.To < sentence.To && words[day.To].Text == DaySign ? Coded(first.Value, day.Value, day.To + 1) : null;
            if (to < sentence.To && words[to].Text is "de" or "of")
                to++;
            return to < sentence.To && MonthAt(words, sentence, to) is { } named ? Coded(named.Month, first.Value, named.To) : null;
        }

        return
            MonthAt(words, sentence, at) is { } month
            && month.To < sentence.To
            && words[month.To].Kind == TokenKind.Number
            && Whole(account, sentence, month.To) is { } behind
            ? Coded(month.Month, behind.Value, behind.To)
            : null;
    }

    private (int Month, int To)? MonthAt(List<Token> words, Sentence sentence, int at)
    {
        if (words[at].Kind != TokenKind.Word)
            return null;
        return
            months.FindAt(words, at, Math.Min(sentence.To, at + 2)) is { } found
            && int.TryParse(found.Code, CultureInfo.InvariantCulture, out int month)
            ? (month, found.To)
            : null;
    }

    private static (int Value, int To)? Whole(Account account, Sentence sentence, int at) =>
        Numerals.Read(account, sentence, at) is { Value: >= 1 and <= MostDays } number && number.Value == decimal.Truncate(number.Value)
            ? ((int)number.Value, number.To)
            : null;

    private static (string Code, int To)? Coded(int month, int day, int to) =>
        month <= MostMonths ? (string.Create(CultureInfo.InvariantCulture, $"--{month:00}-{day:00}"), to) : null;
}
