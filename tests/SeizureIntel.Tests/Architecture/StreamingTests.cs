using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using SeizureIntel.Analytics.Counting;
using SeizureIntel.Ports;
using Xunit;

namespace SeizureIntel.Tests.Architecture;

/// <summary>What can be counted is counted in the engine: whoever reads seizures one by one stands in the decision, with the reason.</summary>
public sealed partial class StreamingTests
{
    private const string Decision = "docs/decisions/0023-what-is-counted-and-what-is-read.md";
    private const string Read = nameof(ISeizureIndex.ReadAsync);

    // A reading, and what stands between it and those who want one.
    private static readonly HashSet<Type> Readers = [typeof(ISeizureIndex), typeof(SeizureFrame), typeof(ScopedFrame), typeof(StudyFrames)];

    [Fact]
    public void Who_reads_seizures_instead_of_having_them_counted_says_why()
    {
        string[] listed = [.. House.Lines(Decision).Select(l => Row().Match(l)).Where(m => m.Success).Select(m => m.Groups["type"].Value)];

        Assert.Equal(listed.Order(StringComparer.Ordinal), Callers().Order(StringComparer.Ordinal));
    }

    private static HashSet<string> Callers()
    {
        var callers = new HashSet<string>(StringComparer.Ordinal);
        foreach (Assembly shipped in House.Projects.Keys.Select(Assembly.Load))
        {
            foreach (Type type in shipped.GetTypes())
            {
                Type outer = type;
                while (outer.DeclaringType is { } around)
                    outer = around;
                if (!Readers.Contains(outer) && Methods(type).Any(IsReading))
                    callers.Add(outer.Name);
            }
        }

        return callers;
    }

    private static IEnumerable<MethodBase> Methods(Type type)
    {
        const BindingFlags own =
            BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        return type.GetMethods(own).Concat<MethodBase>(type.GetConstructors(own));
    }

    // A call is an opcode of one byte and the four bytes of its target; what only looks like one names no such method.
    private static bool IsReading(MethodBase method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] is 0x28 or 0x6F && Target(method, BitConverter.ToInt32(code, i + 1)) is { Name: Read, DeclaringType: { } owner })
            {
                if (Readers.Contains(owner))
                    return true;
            }
        }

        return false;
    }

    private static MethodBase? Target(MethodBase caller, int token)
    {
        // Tables of methods, of references to members and of generic methods.
        if (token >> 24 is not (0x06 or 0x0A or 0x2B))
            return null;
        try
        {
            return caller.Module.ResolveMethod(
                token,
                caller.DeclaringType!.GetGenericArguments(),
                caller.IsGenericMethod ? caller.GetGenericArguments() : []
            );
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^\| `(?<type>\w+)` \|")]
    private static partial Regex Row();
}
