using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SeizureIntel.Storage.Keeping;

/// <summary>The members of an enumeration as they are written in tables, and in JSON: snake_case.</summary>
internal static class SnakeNames<TEnum>
    where TEnum : struct, Enum
{
    private static readonly Dictionary<TEnum, string> Names = Enum.GetValues<TEnum>().ToDictionary(v => v, v => Snake(v.ToString()));
    private static readonly Dictionary<string, TEnum> Values = Names.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public static string Of(TEnum value) => Names[value];

    public static TEnum Read(string name) => Values[name];

    private static string Snake(string name)
    {
        var snake = new StringBuilder(name.Length + 8);
        foreach (char c in name)
        {
            if (char.IsAsciiLetterUpper(c) && snake.Length > 0)
                snake.Append('_');
            snake.Append(char.ToLowerInvariant(c));
        }

        return snake.ToString();
    }
}
