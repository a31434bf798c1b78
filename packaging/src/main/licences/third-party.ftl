<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- name and version of each library, its licence, where it comes from -->
Libraries in the folder lib. Their licences, Apache-2.0 and MIT, are in Apache-2.0.txt and MIT.txt; that of the Java
runtime and of its parts is in runtime\x64\legal, its maker in runtime\x64\release. JNA may be had under LGPL-2.1-or-later instead.

<#list dependencyMap as e>
<#assign project = e.getKey()/>
<#assign licences = e.getValue()/>
${project.name} ${project.version} (${project.groupId}:${project.artifactId}): <#list licences as licence>${licence}<#if licence_has_next>, </#if></#list>
</#list>
