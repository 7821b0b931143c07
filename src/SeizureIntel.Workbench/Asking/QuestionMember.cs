using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text.Json;

namespace SeizureIntel.Workbench.Asking;

/// <summary>One member of a question.</summary>
/// <param name="Name">Its name in an address and in a body, snake_case.</param>
/// <param name="Property">Where its value goes.</param>
/// <param name="Asked">What is said of it.</param>
public sealed record QuestionMember(string Name, PropertyInfo Property, AskedAttribute Asked)
{
    // A type's members never change, and every request asks for them.
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<QuestionMember>> Known = new();

    /// <summary>The type of a value, without null.</summary>
    public Type Type { get; } = Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>True where several values may be given.</summary>
    public bool IsList => Type == typeof(IReadOnlyList<string>);

    /// <summary>The words of a choice, in order; empty where there is none.</summary>
    public IReadOnlyList<string> Choices => Type.IsEnum ? [.. Enum.GetNames(Type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)] : [];

    /// <summary>The members of a question: those of what it stands on first, each in the order of its declaration.</summary>
    public static IReadOnlyList<QuestionMember> Of(Type question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Known.GetOrAdd(question, Reflected);
    }

    private static List<QuestionMember> Reflected(Type question)
    {
        var members = new List<QuestionMember>();
        if (question.BaseType is { } below && below != typeof(object))
            members.AddRange(Of(below));
        foreach (PropertyInfo property in question.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            if (property.GetCustomAttribute<AskedAttribute>() is { } asked)
                members.Add(new QuestionMember(JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name), property, asked));
        }

        return members;
    }
}
