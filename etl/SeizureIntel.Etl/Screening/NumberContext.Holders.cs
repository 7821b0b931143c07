using System;

namespace SeizureIntel.Etl.Screening;

/// <content>Words for persons, roles and documents beside a number.</content>
internal sealed partial class NumberContext
{
    // Whose holder a number singles out: what right beside it is no goods.
    private static readonly ulong Held = Announcing | PhraseBook.Bit(Introduction.Card) | PhraseBook.Bit(Introduction.Profile);

    private static readonly ulong Between =
        PhraseBook.Bit(Introduction.Number) | PhraseBook.Bit(Introduction.Connector) | PhraseBook.Bit(Introduction.Filler);

    /// <summary>Whether a word for a person, a role or a document stands right before a number; a small word may stand between.</summary>
    public bool IsBehindHolder(string text, int start)
    {
        if (!WordBefore(text, start, out int from, out int to))
            return IsHanHolder(text, to, isBefore: true);
        return IsHolder(text.AsSpan(from, to - from))
            || (
                IsBetween(text.AsSpan(from, to - from))
                && WordBefore(text, from, out from, out to)
                && IsHolder(text.AsSpan(from, to - from))
            );
    }

    /// <summary>Whether such a word stands right behind it.</summary>
    public bool IsBeforeHolder(string text, int end)
    {
        for (int hop = 0; hop < 2; hop++)
        {
            int start = end;
            while (start < text.Length && start - end < 3 && !char.IsLetterOrDigit(text[start]) && text[start] is not (';' or '\n' or ','))
                start++;
            if (start < text.Length && text[start] is '号' or '號')
                start++;
            end = Explanations.EndOfWord(text, start);
            if (end == start)
                return IsHanHolder(text, start, isBefore: false);
            ReadOnlySpan<char> word = text.AsSpan(start, end - start);
            if (IsHolder(word))
                return true;
            if (!IsBetween(word))
                return false;
        }

        return false;
    }

    private bool IsHolder(ReadOnlySpan<char> word) =>
        word.Length > 1
        && (
            words.Is(word, Explanation.Holder)
            || lists.Triggers.Find(word) is Trigger.Role or Trigger.GermanRole or Trigger.SlavicRole or Trigger.ArabicRole
            || (book.Uses(PhraseTokens.Fold(word.ToString())) & Held) != 0
        );

    private bool IsBetween(ReadOnlySpan<char> word) => (book.Uses(PhraseTokens.Fold(word.ToString())) & Between) != 0;

    private bool IsHanHolder(string text, int at, bool isBefore)
    {
        for (int length = Math.Min(LongestHan, isBefore ? at : text.Length - at); length > 1; length--)
        {
            if (words.Is(text.AsSpan(isBefore ? at - length : at, length), Explanation.Holder))
                return true;
        }

        return false;
    }
}
