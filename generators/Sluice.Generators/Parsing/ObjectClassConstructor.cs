using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Sluice.Generators.Model;

namespace Sluice.Generators.Parsing;

/// <summary>The constructor that makes objects from attributes, and what is left for the members to receive.</summary>
internal sealed class ObjectClassConstructor
{
    private readonly INamedTypeSymbol _type;
    private readonly IMethodSymbol _constructor;
    private readonly IReadOnlyList<ObjectClassMember> _members;
    private readonly ObjectClassMember?[] _sources;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellation;

    private ObjectClassConstructor(INamedTypeSymbol type, IMethodSymbol constructor, IReadOnlyList<ObjectClassMember> members, ObjectClassMember?[] sources, Compilation compilation, CancellationToken cancellation)
    {
        _type = type;
        _constructor = constructor;
        _members = members;
        _sources = sources;
        _compilation = compilation;
        _cancellation = cancellation;
    }

    /// <summary>Whether calling it makes the compiler warn.</summary>
    public bool WarnsOfUse => _constructor.WarnsOfUse;

    /// <summary>
    /// The primary constructor if it takes only what members hold, else the one that takes most of them. Any accessibility
    /// will do: the mapping is nested in the type.
    /// </summary>
    public static ObjectClassConstructor? Choose(INamedTypeSymbol type, IReadOnlyList<ObjectClassMember> members, Compilation compilation, CancellationToken cancellation)
    {
        ObjectClassConstructor? best = null;
        var bestRank = -1;
        foreach (var constructor in type.InstanceConstructors.InDeclaredOrder())
        {
            if (IsCopy(constructor, type) || constructor.ForbidsUse || Match(constructor, members) is not { } sources)
                continue;
            var rank = IsPrimary(constructor, cancellation) ? int.MaxValue : sources.Count(source => source is not null);
            if (rank > bestRank)
                (best, bestRank) = (new(type, constructor, members, sources, compilation, cancellation), rank);
        }

        return best;
    }

    /// <summary>Whether the member receives its attribute's value when an object is made.</summary>
    public bool CanReceive(ObjectClassMember member) => Array.IndexOf(_sources, member) >= 0 || IsSettable(member.Property);

    /// <summary>Whether the member has a value of its own when the attribute is absent.</summary>
    public bool HasDefault(ObjectClassMember member)
    {
        var value = DefaultOf(member);
        return value is { Exists: true } && (value.Code is not null || IsAssignable(member));
    }

    /// <summary>Says what every parameter and member receives.</summary>
    public ObjectClassConstruction Plan(IReadOnlyList<ObjectClassSlot> slots)
    {
        var arguments = _constructor.Parameters.Select((parameter, i) => _sources[i] is { IsAccepted: true } source
            ? Input(parameter.Name, source, ValueOf(parameter.Type, source)!, ObjectClassDefault.Of(parameter), slots)
            : new(parameter.Name, null, null, ObjectClassPresence.Filler, ObjectClassDefault.Of(parameter).Code ?? "default!"));

        var initializers = ImmutableArray.CreateBuilder<ObjectClassInput>();
        var assignments = ImmutableArray.CreateBuilder<ObjectClassInput>();
        var setsRequired = _constructor.GetAttributes()
            .Any(attribute => attribute.AttributeClass is { } type && type.IsNamed("System.Diagnostics.CodeAnalysis", "SetsRequiredMembersAttribute"));
        foreach (var member in _members)
        {
            if (Array.IndexOf(_sources, member) >= 0)
            {
                // Given to the constructor, yet the compiler wants to see it set.
                if (member is { Property.IsRequired: true } && !setsRequired)
                    initializers.Add(InputOf(member));
                continue;
            }

            if (member.IsAccepted && IsSettable(member.Property))
            {
                var own = DefaultOf(member);
                if (own is { Exists: true, Code: null } && IsAssignable(member))
                    assignments.Add(InputOf(member));
                else
                    initializers.Add(InputOf(member));
            }
            else if (member.Property.IsRequired && !setsRequired)
            {
                initializers.Add(Filler(member.Name));
            }
        }

        if (!setsRequired)
        {
            foreach (var field in _type.BasesAndSelf.SelectMany(level => level.GetMembers().OfType<IFieldSymbol>()).Where(field => field.IsRequired))
                initializers.Add(Filler(field.Name));
        }

        return new(arguments.ToImmutableArray(), initializers.ToImmutable(), assignments.ToImmutable());

        ObjectClassInput InputOf(ObjectClassMember member) => member.IsAccepted ? Input(member.Name, member, member.Value!, DefaultOf(member), slots) : Filler(member.Name);
    }

    private static ObjectClassInput Filler(string target) => new(target, null, null, ObjectClassPresence.Filler, "default!");

    private static ObjectClassInput Input(string target, ObjectClassMember member, ObjectClassValue value, ObjectClassDefault own, IReadOnlyList<ObjectClassSlot> slots)
    {
        var slot = 0;
        // The last one: a member that is uid and name is read from the name, which a new object has and whose uid it lacks.
        for (var i = 0; i < slots.Count; i++)
        {
            if (string.Equals(slots[i].Member, member.Name, StringComparison.Ordinal))
                slot = i;
        }

        var isRequired = member.IsIdentity || (slots[slot].Traits & ObjectClassTraits.Required) != ObjectClassTraits.None;
        var (presence, code) = (isRequired, own.Code, value.IsNullable) switch
        {
            (true, _, _) => (ObjectClassPresence.Required, null),
            (_, { } text, true) => (ObjectClassPresence.DefaultForAbsent, text),
            (_, { } text, false) => (ObjectClassPresence.DefaultForNull, text),
            (_, null, true) => (ObjectClassPresence.Optional, null),
            // Not required although its type promises a value: nobody gives it to a new object.
            (_, null, false) => (ObjectClassPresence.DefaultForNull, value.Collection != ObjectClassCollection.None ? "[]" : value.IsValueType ? "default" : "default!"),
        };
        return new(target, slot, value, presence, code);
    }

    private ObjectClassDefault DefaultOf(ObjectClassMember member)
    {
        var parameter = Array.IndexOf(_sources, member);
        return parameter >= 0
            ? ObjectClassDefault.Of(_constructor.Parameters[parameter])
            : ObjectClassDefault.Of(member.Property, _compilation, _cancellation);
    }

    private bool IsSettable(IPropertySymbol property) => property.SetMethod is { } setter && _compilation.IsSymbolAccessibleWithin(setter, _type);

    private bool IsAssignable(ObjectClassMember member) => IsSettable(member.Property) && member.Property is { SetMethod.IsInitOnly: false, IsRequired: false };

    private static ObjectClassMember?[]? Match(IMethodSymbol constructor, IReadOnlyList<ObjectClassMember> members)
    {
        var sources = new ObjectClassMember?[constructor.Parameters.Length];
        for (var i = 0; i < sources.Length; i++)
        {
            var parameter = constructor.Parameters[i];
            if (parameter.RefKind is RefKind.Ref or RefKind.Out)
                return null;
            var source = members.FirstOrDefault(member => string.Equals(member.Name, parameter.Name, StringComparison.Ordinal))
                ?? members.FirstOrDefault(member => string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            if (source is null ? !parameter.HasExplicitDefaultValue : source.IsAccepted && !Fits(parameter, source))
                return null;
            if (source is null || Array.IndexOf(sources, source) < 0)
                sources[i] = source;
        }

        return sources;
    }

    private static bool Fits(IParameterSymbol parameter, ObjectClassMember source)
        => ValueOf(parameter.Type, source) is { } value
            && string.Equals(value.TypeName, source.Value!.TypeName, StringComparison.Ordinal)
            && value.Collection == ObjectClassCollection.None == (source.Value.Collection == ObjectClassCollection.None);

    private static ObjectClassValue? ValueOf(ITypeSymbol type, ObjectClassMember source)
        => source.IsIdentity ? ObjectClassValues.OfIdentity(type, out _) : ObjectClassValues.Of(type, out _);

    private static bool IsCopy(IMethodSymbol constructor, INamedTypeSymbol type)
        => type.IsRecord && constructor.Parameters is [var original] && SymbolEqualityComparer.Default.Equals(original.Type, type);

    private static bool IsPrimary(IMethodSymbol constructor, CancellationToken cancellation)
        => constructor.DeclaringSyntaxReferences.Any(part => part.GetSyntax(cancellation) is TypeDeclarationSyntax { ParameterList: not null });
}
