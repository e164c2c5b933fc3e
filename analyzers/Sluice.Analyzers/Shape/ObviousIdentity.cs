using Microsoft.CodeAnalysis;
using Sluice.Generators.Parsing;

namespace Sluice.Analyzers.Shape;

/// <summary>Knows the members that are called what everybody calls a uid or a name.</summary>
internal static class ObviousIdentity
{
    /// <summary>The member that the missing annotation belongs on, if there is no doubt and it can be written in the same file.</summary>
    /// <param name="type">The object class.</param>
    /// <param name="mark"><c>Uid</c> or <c>Name</c>.</param>
    /// <param name="file">Where the finding is.</param>
    /// <param name="compilation">Where the type is.</param>
    public static string? Find(INamedTypeSymbol type, string mark, SyntaxTree? file, Compilation compilation)
    {
        var members = ObjectClassMembers.Of(type, compilation);
        return Names(type, mark)
            .Select(name => members.Find(member => string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(member => member is { IsAnnotated: false, Property.GetMethod: not null }
                && SymbolEqualityComparer.Default.Equals(member.Property.ContainingType, type)
                && member.Property.DeclaringSyntaxReferences.Any(part => part.SyntaxTree == file)
                && ObjectClassValues.OfIdentity(member.Property.Type, out _) is not null)
            ?.Name;
    }

    private static string[] Names(INamedTypeSymbol type, string mark) => mark switch
    {
        "Uid" => ["Uid", "Id", type.Name + "Uid", type.Name + "Id", "Guid"],
        _ => ["Name", "Login", "UserName", "LoginName", "AccountName", type.Name + "Name"],
    };
}
